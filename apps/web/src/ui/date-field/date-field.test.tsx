// @vitest-environment happy-dom
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { one, show, type } from '../testing.tsx';
import { DateField } from './date-field.tsx';

let value = '';
function Asked({ initial = '' }: { initial?: string }) {
  const [day, setDay] = useState(initial);
  value = day;
  return <DateField id="tag" name="tag" label="Tag des Einzugs" value={day} onChange={setDay} />;
}

describe('DateField', () => {
  it('makes a calendar date of three numbers', async () => {
    await show(<Asked />);
    type('#tag-day', '1');
    type('#tag-month', '11');
    type('#tag-year', '2026');
    expect(value).toBe('2026-11-01');
    expect(one<HTMLInputElement>('#tag-day').value).toBe('1');
  });
  it('keeps an unfinished date, so that a draft loses nothing', async () => {
    await show(<Asked />);
    type('#tag-month', '3');
    expect(value).toBe('-03-');
    await show(<Asked initial="-03-" />);
    expect(one<HTMLInputElement>('#tag-month').value).toBe('3');
  });
  it('takes only digits', async () => {
    await show(<Asked />);
    type('#tag-day', '1a.');
    expect(one<HTMLInputElement>('#tag-day').value).toBe('1');
  });
  it('is empty again when all is deleted', async () => {
    await show(<Asked initial="2026-11-01" />);
    type('#tag-day', '');
    type('#tag-month', '');
    type('#tag-year', '');
    expect(value).toBe('');
  });
  it('shows a date that comes from outside', async () => {
    const { redraw } = await show(<DateField id="tag" name="tag" label="Tag" value="" onChange={() => {}} />);
    redraw(<DateField id="tag" name="tag" label="Tag" value="1990-03-07" onChange={() => {}} />);
    expect(one<HTMLInputElement>('#tag-day').value).toBe('7');
    expect(one<HTMLInputElement>('#tag-year').value).toBe('1990');
  });
});
