// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Stepper } from '../stepper/stepper.tsx';
import { one, show } from '../testing.tsx';
import { ProgressBar } from './progress-bar.tsx';

describe('progress', () => {
  it('is always in words, with or without a measure', async () => {
    await show(<ProgressBar label="Ihr Foto wird geprüft" />);
    expect(one('label').textContent).toBe('Ihr Foto wird geprüft');
    expect(one('progress').hasAttribute('value')).toBe(false);
  });
  it('in a form counts the steps and names the present one', async () => {
    const { text, place } = await show(<Stepper step={3} of={7} name="Neue Wohnung" />);
    expect(text()).toBe('Schritt 3 von 7 Neue Wohnung');
    expect(place.querySelectorAll('.steps-past')).toHaveLength(3);
  });
  it('speaks the language of the page', async () => {
    const { text } = await show(<Stepper step={1} of={2} name="Home" />, 'en');
    expect(text()).toBe('Step 1 of 2 Home');
  });
});
