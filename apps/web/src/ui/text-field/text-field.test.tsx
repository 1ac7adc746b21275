// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { one, show, type } from '../testing.tsx';
import { TextArea, TextField } from './text-field.tsx';

describe('TextField', () => {
  it('hands on what is typed', async () => {
    const change = vi.fn();
    await show(<TextField name="strasse" label="Straße" value="" onChange={change} />);
    type('input', 'Engelplatz');
    expect(change).toHaveBeenCalledWith('Engelplatz');
  });
  it('offers suggestions but takes anything', async () => {
    await show(
      <TextField
        name="strasse"
        label="Straße"
        value="Hof"
        onChange={() => {}}
        suggestions={['Engelplatz', 'Markt']}
      />,
    );
    const list = one('input').getAttribute('list') ?? '';
    expect(document.getElementById(list)?.querySelectorAll('option')).toHaveLength(2);
  });
});

describe('TextArea', () => {
  it('counts what is left and never cuts', async () => {
    const { text, redraw } = await show(
      <TextArea name="t" label="Text" value="abc" onChange={() => {}} limit={5} />,
    );
    expect(text()).toContain('Noch 2 Zeichen');
    redraw(<TextArea name="t" label="Text" value="abcdef" onChange={() => {}} limit={5} />);
    expect(text()).toContain('1 Zeichen zu viel');
    expect(one('textarea').hasAttribute('maxlength')).toBe(false);
  });
});
