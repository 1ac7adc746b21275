// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { one, show } from '../testing.tsx';
import { SummaryList } from './summary-list.tsx';

describe('SummaryList', () => {
  it('names at each „Ändern“ what it changes', async () => {
    await show(
      <SummaryList items={[{ id: 'plz', label: 'Postleitzahl', value: '07743', changeTo: '/x' }]} />,
    );
    expect(one('a').textContent).toBe('Ändern: Postleitzahl');
    expect(one('dt').textContent).toBe('Postleitzahl');
  });
  it('has no „Ändern“ where nothing can be changed', async () => {
    const { place } = await show(
      <SummaryList items={[{ id: 'plz', label: 'Postleitzahl', value: '07743' }]} />,
    );
    expect(place.querySelector('a')).toBeNull();
  });
});
