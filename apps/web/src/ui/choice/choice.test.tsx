// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { one, press, show } from '../testing.tsx';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from './choice.tsx';

const options = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
  { value: 'c', label: 'Gamma' },
];

describe('choices', () => {
  it('asks a group as one question', async () => {
    await show(
      <RadioGroup
        name="q"
        label="Welche?"
        options={options}
        value="b"
        onChange={() => {}}
        error="Bitte wählen."
      />,
    );
    expect(one('fieldset > legend').textContent).toBe('Welche?');
    expect(one<HTMLInputElement>('input[value=b]').checked).toBe(true);
    const described = one('fieldset').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain('Bitte wählen.');
  });
  it('gives many answers in the order of the options, however they were ticked', async () => {
    const change = vi.fn();
    await show(<CheckboxGroup name="q" label="Welche?" options={options} values={['c']} onChange={change} />);
    press('input[value=a]');
    expect(change).toHaveBeenCalledWith(['a', 'c']);
  });
  it('takes an answer back', async () => {
    const change = vi.fn();
    await show(
      <CheckboxGroup name="q" label="Welche?" options={options} values={['a', 'c']} onChange={change} />,
    );
    press('input[value=a]');
    expect(change).toHaveBeenCalledWith(['c']);
  });
  it('begins a list of many with no answer', async () => {
    await show(<Select name="q" label="Welche?" options={options} value="" onChange={() => {}} />);
    expect(one<HTMLSelectElement>('select').selectedOptions[0]?.textContent).toBe('Bitte auswählen');
  });
  it('hears a single yes', async () => {
    const change = vi.fn();
    await show(<Checkbox name="q" label="Stimmt" checked={false} onChange={change} />);
    press('input');
    expect(change).toHaveBeenCalledWith(true);
  });
});
