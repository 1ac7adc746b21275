export type Line = { label: string; value: string };
export type Difference = { label: string; here: string; there: string; differs: boolean };

/** Two lists of answers side by side: each label once, in the order of the first list, then what only the second has. */
export function differences(here: readonly Line[], there: readonly Line[]): Difference[] {
  const labels = [...new Set([...here, ...there].map(({ label }) => label))];
  const saidIn = (lines: readonly Line[], label: string) =>
    lines.flatMap((line) => (line.label === label ? [line.value] : [])).join('; ');
  return labels.map((label) => {
    const [one, other] = [saidIn(here, label), saidIn(there, label)];
    return { label, here: one, there: other, differs: one !== other };
  });
}
