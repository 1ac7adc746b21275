import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a scanner says, and where it says so. `id` is short and stable: the same fault has the same one tomorrow. */
export type Finding = { scanner: string; id: string; where: string };

/** The product on this machine, with the cookies of a person and of a caseworker; reports go to the folder. */
export type Target = { origin: string; citizen: string; staff: string; folder: string };

export type Scan = {
  scanner: string;
  /** How much was looked at, e.g. `42 addresses`. */
  reach: string;
  findings: Finding[];
};

const root = resolve(import.meta.dirname, '../..');

/** Rows `| scanner | id | why it is none |` of the threat model. */
export function explainedFindings(): Map<string, string> {
  const text = readFileSync(resolve(root, 'docs/security/threat-model.md'), 'utf8');
  const rows = text.matchAll(/^\| (wapiti|sqlmap|testssl) \| `([^`]+)` \| (.+) \|$/gm);
  return new Map([...rows].map(([, scanner, id, why]) => [`${scanner} ${id}`, why ?? '']));
}

/** One line a scanner and one a finding; gives how many are explained nowhere. */
export function report(scans: readonly Scan[]): number {
  const explained = explainedFindings();
  let open = 0;
  console.log(`\n${'scanner'.padEnd(10)}${'looked at'.padEnd(28)}${'findings'.padEnd(10)}open`);
  for (const { scanner, reach, findings } of scans) {
    const isOpen = ({ id }: Finding) => !explained.has(`${scanner} ${id}`);
    const left = findings.filter(isOpen);
    open += left.length;
    console.log(
      `${scanner.padEnd(10)}${reach.padEnd(28)}${String(findings.length).padEnd(10)}${left.length}`,
    );
    for (const id of new Set(findings.map((finding) => finding.id))) {
      const [first, ...more] = findings.filter((finding) => finding.id === id);
      const mark = first && isOpen(first) ? 'OPEN' : 'explained';
      console.log(
        `  ${mark.padEnd(10)} ${id}  ${first?.where ?? ''}${more.length > 0 ? ` and ${more.length} more` : ''}`,
      );
    }
  }
  const found = new Set(
    scans.flatMap(({ findings }) => findings.map(({ scanner, id }) => `${scanner} ${id}`)),
  );
  const idle = [...explained.keys()].filter((name) => !found.has(name));
  if (idle.length > 0) console.log(`\nExplained, but not found this time: ${idle.join(', ')}`);
  return open;
}
