import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { type PdfPort, PdfToolAway, PdfUnreadable, pdfIn, pdfOut } from './port.ts';

const qpdf = '/usr/bin/qpdf';
const bubblewrap = '/usr/bin/bwrap';
const longestRun = 90_000;
/** Processor seconds and bytes of memory. */
const limits = ['/usr/bin/prlimit', '--cpu=60', '--as=1500000000', '--core=0'];

const rewriting = [
  '--warning-exit-0',
  '--no-warn',
  // Everything stands in the open for the check that follows.
  '--object-streams=disable',
  '--newline-before-endstream',
  // The same file twice is the same document.
  '--deterministic-id',
];

/** A room with the programs and one folder: no network, no other files, no other processes (ASVS 15.2.5). */
const room = [
  bubblewrap,
  '--unshare-all',
  '--die-with-parent',
  '--new-session',
  '--cap-drop',
  'ALL',
  '--clearenv',
  '--ro-bind',
  '/usr',
  '/usr',
  '--symlink',
  'usr/lib',
  '/lib',
  '--symlink',
  'usr/lib64',
  '/lib64',
];

type Ended = { code: number; errors: string };

/** Runs a program; its words may quote the document and stay out of logs. */
function run([program = '', ...args]: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env: {}, stdio: ['ignore', 'ignore', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGTERM'), longestRun);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      if (errors.length < 10_000) errors += part;
    });
    child.on('error', (error) => fail(new PdfToolAway((error as NodeJS.ErrnoException).code ?? 'failed')));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL' || code === 137) fail(new PdfToolAway('killed'));
      else done({ code: code ?? -1, errors });
    });
  });
}

/**
 * qpdf from Debian, inside bubblewrap where that works (some containers forbid it), always with limits of time and memory.
 * @param options.isolate for tests: false leaves the room out
 */
export function createPdf(options: { isolate?: boolean } = {}): PdfPort {
  let roomWorks: Promise<boolean> | undefined;
  async function tryRoom(): Promise<boolean> {
    if (options.isolate === false) return false;
    return run([...room, '/usr/bin/true'], '/').then(
      ({ code }) => code === 0,
      () => false,
    );
  }

  async function ready(): Promise<void> {
    await access(qpdf, constants.X_OK).catch(() => {
      throw new PdfToolAway('qpdf is not installed');
    });
  }

  return {
    ready,
    async rewrite(folder) {
      await ready();
      roomWorks ??= tryRoom();
      const around = (await roomWorks) ? [...room, '--bind', folder, '/work', '--chdir', '/work'] : [];
      const { code, errors } = await run([...around, ...limits, qpdf, ...rewriting, pdfIn, pdfOut], folder);
      if (code !== 0) throw new PdfUnreadable(`qpdf ended with ${code}, ${errors.length} bytes of errors`);
    },
  };
}
