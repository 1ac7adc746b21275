import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Scan, Target } from './findings.ts';
import { runScanner } from './program.ts';

/** None that asks somebody outside of this machine (ssrf, xxe, wapp do). */
const modules =
  'backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss';

/** Where wapiti's crawler, which runs no scripts, begins beside the start page: procedures, files and logins take input. */
const ask = (procedure: string, input: unknown) =>
  `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
const id = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';
const doors = [
  ask('vault.document', { documentId: id }),
  ask('cases.detail', { caseId: id }),
  ask('services.openState', {}),
  ask('identity.me', {}),
  `/files/${id}?download=1`,
  '/eid/return?session=x',
  '/amt/anmeldung?returnTo=/amt',
  '/dienste?suche=wohnsitz',
];

type Found = Record<string, { method: string; path: string; info: string }[]>;
type Report = { vulnerabilities: Found; anomalies: Found };

/** Crawls the product as a logged-in person and attacks what takes input. */
export async function wapiti({ origin, citizen, folder }: Target): Promise<Scan> {
  const file = join(folder, 'wapiti.json');
  const said = await runScanner(
    [
      '/usr/bin/wapiti',
      ...['-u', `${origin}/`, '--scope', 'folder', '-m', modules],
      ...doors.flatMap((door) => ['-s', `${origin}${door}`]),
      ...['-H', `Cookie: ${citizen}`, '-H', `Origin: ${origin}`, '-H', 'Accept-Encoding: identity'],
      ...['-d', '3', '--max-links-per-page', '30', '--max-files-per-dir', '12', '-t', '5'],
      ...['--max-scan-time', '60', '--max-attack-time', '40', '--flush-session', '--no-bugreport'],
      ...['--store-session', join(folder, 'wapiti'), '--store-config', join(folder, 'wapiti')],
      ...['-f', 'json', '-o', file, '-v', '1'],
    ],
    { seconds: 420, log: join(folder, 'wapiti.log') },
  );
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const findings: Finding[] = Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([kind, found]) =>
    found.map(({ method, path, info }) => ({
      scanner: 'wapiti',
      // The port is another one each time.
      id: `${kind}: ${(info.split('\n')[0] ?? '').replaceAll(origin, '')}`,
      where: `${method} ${path}`.slice(0, 100),
    })),
  );
  const reached = /Wapiti found (\d+) URLs/.exec(said)?.[1] ?? '0';
  return { scanner: 'wapiti', reach: `${reached} addresses`, findings };
}
