import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startSandbox } from './start.ts';

const dir = mkdtempSync(join(tmpdir(), 'jena-sandbox-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

describe('the sandbox', { timeout: 60_000 }, () => {
  it('is there when it says so, and gone when it is stopped', async () => {
    const { endpoints, stop } = await startSandbox({ dir });
    const status = `${endpoints.eid.clientUrl}?Status=json`;
    expect(await (await fetch(status)).json()).toMatchObject({ 'Specification-Title': 'TR-03124' });
    expect(await answers(endpoints.mail.url)).toBe(true);
    expect(await answers(`${endpoints.staff.issuer}/.well-known/openid-configuration`)).toBe(true);
    expect(existsSync(join(dir, 'sandbox.json'))).toBe(true);
    await stop();
    expect(existsSync(join(dir, 'sandbox.json'))).toBe(false);
    expect(await answers(status)).toBe(false);
    expect(await answers(endpoints.mail.url)).toBe(false);
  });

  it('keeps its certificates from one start to the next, and its keys to itself', async () => {
    const before = readFileSync(join(dir, 'ca.crt.pem'), 'utf8');
    await (await startSandbox({ dir })).stop();
    expect(readFileSync(join(dir, 'ca.crt.pem'), 'utf8')).toBe(before);
    expect(statSync(join(dir, 'bff-signing.key.pem')).mode & 0o077).toBe(0);
  });

  it('ends by itself when whoever started it is killed', async () => {
    const source = `
      import { startSandbox } from ${JSON.stringify(join(import.meta.dirname, 'start.ts'))};
      const { endpoints } = await startSandbox({ dir: ${JSON.stringify(dir)} });
      process.send(endpoints.mail.url);
    `;
    const starter: ChildProcess = fork('inline', {
      execArgv: ['--input-type=module', '-e', source],
    });
    const url = await new Promise<string>((done) =>
      starter.once('message', (message) => done(String(message))),
    );
    expect(await answers(url)).toBe(true);
    starter.kill('SIGKILL');
    await expect.poll(() => answers(url), { timeout: 5000 }).toBe(false);
  });
});
