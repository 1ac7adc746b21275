// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { RadioGroup } from '../choice/choice.tsx';
import { one, press, show } from '../testing.tsx';
import { ErrorSummary } from './error-summary.tsx';

const errors = [{ fieldId: 'wohnung', message: 'Bitte wählen Sie eine Wohnung.' }];

describe('ErrorSummary', () => {
  it('takes the focus when something is wrong, and again at the next attempt', async () => {
    const { redraw } = await show(<ErrorSummary errors={errors} attempt={1} />);
    expect(document.activeElement).toBe(one('.errors'));
    one('a').focus();
    redraw(<ErrorSummary errors={errors} attempt={2} />);
    expect(document.activeElement).toBe(one('.errors'));
  });
  it('leaves the focus alone while someone corrects an answer', async () => {
    const two = [...errors, { fieldId: 'plz', message: 'Die Postleitzahl fehlt.' }];
    const { redraw, text } = await show(<ErrorSummary errors={two} attempt={1} />);
    expect(text()).toContain('2 Angaben');
    one('a').focus();
    redraw(<ErrorSummary errors={errors} attempt={1} />);
    expect(document.activeElement).toBe(one('a'));
  });
  it('leads to the first control of a group', async () => {
    await show(
      <>
        <ErrorSummary errors={errors} />
        <RadioGroup
          id="wohnung"
          name="w"
          label="?"
          options={[{ value: 'a', label: 'A' }]}
          value=""
          onChange={() => {}}
        />
      </>,
    );
    press('.errors a');
    expect(document.activeElement).toBe(one('input[value=a]'));
  });
  it('is not there when nothing is wrong', async () => {
    const { text } = await show(<ErrorSummary errors={[]} />);
    expect(text()).toBe('');
  });
});
