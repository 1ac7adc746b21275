// Run by `npm run security`, which builds and installs: wapiti and sqlmap against the built product, testssl.sh against its TLS front, on this machine only.
// Reports lie in security-reports/; a finding that docs/security/threat-model.md does not explain ends it with code 1.
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { startSandbox } from '@jena/sandbox/start';
import { startProduct } from '../e2e/support/world.ts';
import { report, type Scan } from './security/findings.ts';
import { startFront } from './security/front.ts';
import { sqlmap } from './security/sqlmap.ts';
import { testssl } from './security/testssl.ts';
import { wapiti } from './security/wapiti.ts';
import { seed } from './seed.ts';
import { enterAsCitizen, enterAsStaff } from './support/doors.ts';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'security-reports');
const webDist = resolve(root, 'apps/web/dist');

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const sandbox = await startSandbox();
const ending: (() => Promise<unknown>)[] = [() => sandbox.stop()];
try {
  const quiet = { LOG_LEVEL: 'silent' };
  const product = await startProduct({ sandbox: sandbox.endpoints, webDist, env: quiet });
  ending.unshift(() => product.stop());
  const place = { origin: product.origin, sandbox: sandbox.endpoints };
  await seed(place);
  const { cookie: citizen } = await enterAsCitizen(place, 'erika');
  const { cookie: staff } = await enterAsStaff(place, 'jonas.brandt');

  const tls = await freePort();
  const secured = { ...quiet, PUBLIC_ORIGIN: `https://localhost:${tls}`, TRUSTED_PROXIES: '1' };
  const behind = await startProduct({ sandbox: sandbox.endpoints, webDist, env: secured });
  ending.unshift(() => behind.stop());
  const front = await startFront({ tls, product: Number(new URL(behind.origin).port) }, folder);
  ending.unshift(() => front.stop());

  const target = { origin: product.origin, citizen, staff, folder };
  const onProduct = async () => [await wapiti(target), await sqlmap(target)];
  const onFront = testssl({ port: tls, authority: front.authority, folder });
  const scans: Scan[] = (await Promise.all([onProduct(), onFront])).flat();
  const alive = (await fetch(`${product.origin}/readyz`)).ok;
  const open = report(scans);
  console.log(`\nThe product is ${alive ? 'well' : 'NOT READY'} afterwards. Reports: security-reports/`);
  if (!alive || open > 0) process.exitCode = 1;
} finally {
  for (const end of ending) await end();
}
