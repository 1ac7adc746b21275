import { join } from 'node:path';
import type { Finding, Scan, Target } from './findings.ts';
import { runScanner } from './program.ts';

/** One door that takes input; `*` marks where sqlmap puts its texts. */
type Door = {
  name: string;
  path: string;
  body?: string;
  headers?: readonly string[];
  staff?: boolean;
  /** Instead of the person's own. */
  cookie?: string;
};

const id = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';
const ask = (procedure: string, input: unknown) =>
  `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
const doors: readonly Door[] = [
  { name: 'document', path: ask('vault.document', { documentId: `${id}*` }) },
  { name: 'case', path: ask('cases.detail', { caseId: `${id}*` }) },
  {
    name: 'queue',
    path: ask('cases.staff.queue', { queue: 'new', after: `2026-01-01T00:00:00.000Z~${id}*` }),
    staff: true,
  },
  {
    name: 'service',
    path: ask('cases.staff.queue', { queue: 'service', service: 'wohnsitz*' }),
    staff: true,
  },
  { name: 'file', path: `/files/${id}*` },
  {
    name: 'upload',
    path: '/uploads',
    body: '',
    headers: ['Upload-Length: 100', 'Upload-Metadata: documentId *'],
  },
  { name: 'remove', path: '/trpc/vault.remove', body: `{"documentId":"${id}*","idempotencyKey":"${id}"}` },
  { name: 'login', path: '/eid/start', body: '{"returnTo":"/konto*"}' },
  { name: 'session', path: '/trpc/identity.sessions?input=%7B%7D', cookie: '__Host-jena_session=x*' },
];

/** Tries to reach the database through each door, as a logged-in person. */
export async function sqlmap(target: Target): Promise<Scan> {
  const { origin, citizen, staff, folder } = target;
  const findings: Finding[] = [];
  let tries = 0;
  for (const door of doors) {
    const headers = [
      `Origin: ${origin}`,
      'Content-Type: application/json',
      'Tus-Resumable: 1.0.0',
      ...(door.staff ? ['X-Jena-Door: staff'] : []),
      ...(door.headers ?? []),
    ];
    const said = await runScanner(
      [
        '/usr/bin/sqlmap',
        ...['-u', `${origin}${door.path}`, '--batch', '--disable-coloring', '--flush-session'],
        ...['--level', '3', '--risk', '3', '--dbms', 'sqlite', '--threads', '4', '--time-sec', '2'],
        // Every answer is a refusal: that is no reason to stop.
        ...['--ignore-code', '*', '--timeout', '5', '--retries', '1'],
        ...['--headers', headers.join('\n')],
        ...['--cookie', door.cookie ?? (door.staff ? staff : citizen)],
        ...(door.body === undefined ? [] : ['--method', 'POST', '--data', door.body]),
        ...['--output-dir', join(folder, 'sqlmap')],
      ],
      { seconds: 100, log: join(folder, `sqlmap-${door.name}.log`) },
    );
    // What was refused with a status is counted by status, the rest is not counted.
    tries += [...said.matchAll(/- (\d+) times/g)].reduce((sum, [, times]) => sum + Number(times), 0);
    const where = `${door.path} (${door.name})`;
    if (/identified the following injection point/.test(said))
      findings.push({ scanner: 'sqlmap', id: `injection-${door.name}`, where });
    // Somebody who tested nothing found nothing: that is a finding about the scan.
    else if (!/all tested parameters do not appear to be injectable/.test(said))
      findings.push({ scanner: 'sqlmap', id: `unfinished-${door.name}`, where });
  }
  return { scanner: 'sqlmap', reach: `${doors.length} doors, ${tries} tries`, findings };
}
