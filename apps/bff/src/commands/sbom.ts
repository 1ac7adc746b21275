// `npm run sbom`: the bill of materials of what runs in production (CycloneDX 1.6), read from the lock file.
// npm's own `npm sbom --omit=dev` leaves out what a workspace needs and the root names for development, such as sharp.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { billOfMaterials, type Lock } from './sbom.bill.ts';

const root = resolve(import.meta.dirname, '../../../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
process.stdout.write(`${JSON.stringify(billOfMaterials(lock, new Date()), null, 2)}\n`);
