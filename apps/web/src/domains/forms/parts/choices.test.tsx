// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { one, show } from '../../../ui/testing.tsx';
import { formsCopy } from '../copy.ts';
import { Choices } from './choices.tsx';

const options = [
  { value: 'DK', label: 'Dänemark' },
  { value: 'DE', label: 'Deutschland' },
];

it('keeps the focus on the list while each typed letter chooses another answer', async () => {
  await formsCopy.load('de');
  const question = (values: string[]) => (
    <Choices name="q" label="Welche?" options={options} values={values} onChange={() => undefined} />
  );
  const { redraw } = await show(question([]));
  const list = one<HTMLSelectElement>('select');
  list.focus();
  redraw(question(['DK']));
  redraw(question(['DE']));
  expect(document.activeElement).toBe(list);
  expect(list.value).toBe('DE');
});
