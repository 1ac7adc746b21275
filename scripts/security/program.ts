import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Whatever a scanner would fetch from elsewhere goes to a proxy that is not there. */
const nowhere = 'http://127.0.0.1:9';
const loopbackOnly = {
  http_proxy: nowhere,
  https_proxy: nowhere,
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  no_proxy: 'localhost,127.0.0.1',
  NO_PROXY: 'localhost,127.0.0.1',
};

/** Runs a scanner to its end or to its time limit; what it says goes to a file. Gives what it said. */
export async function runScanner(
  [program, ...args]: readonly [string, ...string[]],
  { seconds, log }: { seconds: number; log: string },
): Promise<string> {
  const file = createWriteStream(log);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...loopbackOnly, PYTHONWARNINGS: 'ignore', TERM: 'dumb' },
  });
  let said = '';
  const hear = (part: Buffer) => {
    said += part.toString();
    file.write(part);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const timer = setTimeout(() => child.kill('SIGTERM'), seconds * 1000);
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  }).finally(() => clearTimeout(timer));
  file.end(`\nended with ${code}\n`);
  await finished(file);
  return said;
}
