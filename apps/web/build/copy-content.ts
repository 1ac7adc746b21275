import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Puts the built catalogue beside the app, where phones fetch it. */
export async function copyContent(dist: string): Promise<void> {
  const content = dirname(fileURLToPath(import.meta.resolve('@jena/content')));
  await cp(join(content, '../dist/content'), join(dist, 'content'), { recursive: true });
}
