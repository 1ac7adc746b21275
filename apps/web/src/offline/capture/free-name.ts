/** The first of `name(1)`, `name(2)` … that no other file of the case bears. */
export function freeName(name: (number: number) => string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(name(number))) number++;
  return name(number);
}

/** 'scan.pdf', then 'scan (2).pdf' and so on. */
export function numbered(fileName: string): (number: number) => string {
  const [, stem = fileName, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(fileName) ?? [];
  return (number) => (number === 1 ? fileName : `${stem} (${number})${ending}`);
}
