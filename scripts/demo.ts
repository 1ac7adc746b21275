// The product with its sandboxed outside world, as `npm start` serves it. Ends with Ctrl-C.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { startSandbox } from '@jena/sandbox/start';
import { seed } from './seed.ts';
import { makePast } from './support/demo-past.ts';

const root = resolve(import.meta.dirname, '..');
const dataDir = resolve(process.env['DATA_DIR'] ?? resolve(root, '.data'));
const port = process.env['PORT'] ?? '3000';
const origin = `http://localhost:${port}`;
const sandboxDir = resolve(dataDir, 'sandbox');

const sandbox = await startSandbox({
  dir: sandboxDir,
  portBase: Number(process.env['SANDBOX_PORT_BASE'] ?? 24_720),
});
const env = { ...process.env, PORT: port, DATA_DIR: dataDir, SANDBOX_DIR: sandboxDir };
// The demonstration works without a past too.
const past = await makePast(env).catch((error: unknown) => {
  console.error('  Die früheren Vorgänge fehlen:', error);
  return 0;
});
const product = fork(resolve(root, 'apps/bff/src/main.ts'), { env });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  product.kill('SIGTERM');
  if (product.exitCode === null) await once(product, 'exit');
  await sandbox.stop();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
product.on('exit', (code) => void stop().then(() => process.exit(code ?? 1)));

console.log(`
  Jena – Ihre Verwaltung            ${origin}
  Beschäftigte                      ${origin}/amt
  E-Mails der Sandbox               ${sandbox.endpoints.mail.url}

  Online-Ausweis zum Ausprobieren   Lena Okonkwo (zieht von Weimar nach Jena), Erika Mustermann … PIN 123456
  BundID zum Ausprobieren           Lena Okonkwo, Erika Mustermann, Henrik Vollrath, Mia Sommer, ohne Passwort
  Unternehmenskonto zum Ausprobieren  Kaffeerösterei Paradies GmbH und andere, auch solche, die nicht hineindürfen
  Sachbearbeitung                   Jonas Brandt, Mira Seidel · Betrieb: Tomasz Wrobel, Anke Vogel · Passwort: demo

  Beenden mit Strg+C
`);

async function ready(): Promise<boolean> {
  for (let tries = 0; tries < 300 && !stopping; tries++) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return false;
}

// The demonstration works without its cases too: a person can make their own.
if (await ready()) {
  try {
    if (past > 0) console.log(`  ${past} Vorgänge des letzten halben Jahres angelegt (/transparenz)\n`);
    const made = await seed({ origin, sandbox: sandbox.endpoints });
    if (made.length > 0) console.log(`  Vorgänge zum Ansehen angelegt:\n    ${made.join('\n    ')}\n`);
  } catch (error) {
    if (!stopping) console.error('  Die Vorgänge zum Ansehen fehlen:', error);
  }
}
