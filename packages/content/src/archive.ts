import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { FormDefinition } from '@jena/shared/forms';
import { archive } from './load.ts';
import type { Released } from './released.ts';

/** Keeps a form as it is, whole with its blocks, beside the file that goes on to a new version. */
export function keepVersion(directory: string, form: FormDefinition): void {
  mkdirSync(`${directory}/${archive}`, { recursive: true });
  const file = `${directory}/${archive}/${form.slug}.${form.version}.json`;
  writeFileSync(file, `${JSON.stringify(form, null, 1)}\n`);
}

/** Raises the version in the file that editors write, and nothing else in it. */
export function raiseVersion(directory: string, { slug, version }: FormDefinition): void {
  const file = `${directory}/forms/${slug}.json`;
  const text = readFileSync(file, 'utf8');
  const raised = text.replace(/("version"\s*:\s*)\d+/, `$1${version + 1}`);
  writeFileSync(file, raised);
}

/** Writes down what is released from now on. */
export function writeReleased(directory: string, released: Released): void {
  const sorted = Object.fromEntries(Object.entries(released).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(`${directory}/released.json`, `${JSON.stringify(sorted, null, 1)}\n`);
}
