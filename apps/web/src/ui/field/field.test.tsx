// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { one, show } from '../testing.tsx';
import { TextField } from '../text-field/text-field.tsx';

const nothing = () => {};

describe('Field', () => {
  it('ties label, hint, origin and error to its control', async () => {
    await show(
      <TextField
        id="plz"
        name="plz"
        label="Postleitzahl"
        hint="Fünf Ziffern"
        origin="vom Online-Ausweis übernommen"
        error="Die Postleitzahl fehlt."
        value=""
        onChange={nothing}
      />,
    );
    expect(one('label').getAttribute('for')).toBe('plz');
    const described = (one('input').getAttribute('aria-describedby') ?? '').split(' ');
    const words = described.map((id) => document.getElementById(id)?.textContent);
    expect(words).toEqual([
      'Fünf Ziffern',
      'vom Online-Ausweis übernommen',
      'Fehler: Die Postleitzahl fehlt.',
    ]);
    expect(one('input').getAttribute('aria-invalid')).toBe('true');
  });
  it('says which answers are optional, not which are required', async () => {
    const { text } = await show(
      <TextField name="zusatz" label="Adresszusatz" optional value="" onChange={nothing} />,
    );
    expect(text()).toBe('Adresszusatz (freiwillig)');
    expect(one('input').getAttribute('aria-required')).toBe('false');
  });
  it('can be the heading of a page that asks one thing', async () => {
    await show(<TextField name="name" label="Wie heißen Sie?" labelAsHeading value="" onChange={nothing} />);
    expect(one('h1 label').textContent).toBe('Wie heißen Sie?');
  });
  it('is not marked wrong without an error', async () => {
    await show(<TextField name="name" label="Name" value="" onChange={nothing} />);
    expect(one('input').hasAttribute('aria-invalid')).toBe(false);
    expect(one('input').hasAttribute('aria-describedby')).toBe(false);
  });
});
