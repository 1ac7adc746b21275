import { createHash } from 'node:crypto';
import type { FormDefinition } from '@jena/shared/forms';
import { z } from 'zod';
import type { Problem } from './parse.ts';

/** `slug@version` → digest. What stands here was released: people have drafts and cases of it, and it never changes. */
export const releasedSchema = z.record(
  z.string().regex(/^[a-z0-9-]+@[1-9][0-9]*$/),
  z.string().regex(/^[0-9a-f]{32}$/),
);
export type Released = z.output<typeof releasedSchema>;

export const versionName = ({ slug, version }: Pick<FormDefinition, 'slug' | 'version'>) =>
  `${slug}@${version}`;

/** What a form with its blocks is known by; the order of keys and how the file is laid out do not matter. */
export function digestOf(form: FormDefinition): string {
  const text = JSON.stringify(form, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Every released version is still there, as it was; what is new waits for `npm run release`. */
export function checkReleased(forms: readonly FormDefinition[], released: Released): Problem[] {
  const now = new Map(forms.map((form) => [versionName(form), digestOf(form)]));
  const newest = new Map<string, number>();
  for (const name of Object.keys(released)) {
    const [slug = '', version] = name.split('@');
    newest.set(slug, Math.max(newest.get(slug) ?? 0, Number(version)));
  }
  const gone = Object.entries(released).flatMap(([name, digest]): Problem[] => {
    const where = `forms/${name}`;
    const found = now.get(name);
    if (found === digest) return [];
    return found === undefined
      ? [{ rule: 'released-form-gone', where, detail: howTo(name) }]
      : [{ rule: 'released-form-changed', where, detail: howTo(name) }];
  });
  const older = forms.flatMap(({ slug, version }): Problem[] => {
    const last = newest.get(slug) ?? 0;
    return version < last && released[`${slug}@${version}`] === undefined
      ? [
          {
            rule: 'version-too-low',
            where: `forms/${slug}@${version}`,
            detail: `version ${last} was released`,
          },
        ]
      : [];
  });
  return [...gone, ...older];
}

function howTo(name: string): string {
  const [slug] = name.split('@');
  return `${name} was released: give the change a new version with \`npm run new-version -w @jena/content -- ${slug}\``;
}
