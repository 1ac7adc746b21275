import { type Rule, ruleSchema } from '@jena/shared/automation';
import type { FormDefinition } from '@jena/shared/forms';
import { formDefinitionSchema } from '@jena/shared/forms/schema';
import { z } from 'zod';
import { type HandoverRoute, handoverSchema } from './handover.ts';
import { type Issued, issuedSchema } from './issued.ts';
import type { DataFile, RawContent } from './load.ts';
import { type Released, releasedSchema } from './released.ts';
import {
  emergencySchema,
  guideSchema,
  kitaSchema,
  officeSchema,
  serviceSchema,
  sourcesSchema,
  taskSchema,
  vocabularySchema,
} from './schema.ts';
import { type ServiceBundle, serviceBundleSchema } from './service-bundle.ts';

export type Problem = { rule: string; where: string; detail: string };

type Out<S extends z.ZodType> = z.output<S>;

/** The data folder after its shapes are proven. */
export type Content = {
  services: Out<typeof serviceSchema>[];
  guides: Out<typeof guideSchema>[];
  tasks: Out<typeof taskSchema>[];
  offices: Out<typeof officeSchema>[];
  kitas: Out<typeof kitaSchema>[];
  forms: FormDefinition[];
  issued: Issued[];
  rules: Rule[];
  handovers: HandoverRoute[];
  bundles: ServiceBundle[];
  emergency: Out<typeof emergencySchema>;
  vocabulary: Out<typeof vocabularySchema>;
  sources: Out<typeof sourcesSchema>;
  streets: string[];
  /** `slug@version` → what a released form is known by. */
  released: Released;
};

/** Proves every shape. What does not fit is reported and left out, so that one bad file does not hide the others. */
export function parseContent(raw: RawContent): { content: Content; problems: Problem[] } {
  const problems: Problem[] = [];
  const one = <S extends z.ZodType>(schema: S, { file, value, fault }: DataFile): Out<S> | null => {
    if (fault !== undefined) {
      problems.push({ rule: 'blocks', where: file, detail: fault });
      return null;
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      problems.push({
        rule: 'schema',
        where: file,
        detail: `${issue.path.join('.') || 'file'}: ${issue.message}`,
      });
    }
    return null;
  };
  const each = <S extends z.ZodType>(schema: S, files: DataFile[]): Out<S>[] =>
    files.map((file) => one(schema, file)).filter((item) => item !== null);
  const list = <S extends z.ZodType>(schema: S, { file, value }: DataFile): Out<S>[] =>
    each(
      schema,
      (one(z.array(z.unknown()), { file, value }) ?? []).map((item, index) => ({
        file: `${file}[${index}]`,
        value: item,
      })),
    );
  const content: Content = {
    services: each(serviceSchema, raw.services),
    guides: each(guideSchema, raw.guides),
    tasks: list(taskSchema, raw.tasks),
    offices: list(officeSchema, raw.offices),
    kitas: list(kitaSchema, raw.kitas),
    forms: each(formDefinitionSchema, raw.forms),
    issued: each(issuedSchema, raw.issued),
    rules: each(ruleSchema, raw.rules),
    handovers: each(handoverSchema, raw.handovers),
    bundles: each(serviceBundleSchema, raw.bundles),
    emergency: one(emergencySchema, raw.emergency) ?? [],
    vocabulary: one(vocabularySchema, raw.vocabulary) ?? {
      groups: {},
      anchors: {},
      lifeEvents: {},
      topics: {},
    },
    sources: one(sourcesSchema, raw.sources) ?? {},
    streets: one(z.array(z.string().min(1)), raw.streets) ?? [],
    released: one(releasedSchema, raw.released) ?? {},
  };
  for (const { file, value } of [...raw.services, ...raw.guides]) {
    const slug = (value as { slug?: unknown } | null)?.slug;
    if (typeof slug === 'string' && !file.endsWith(`/${slug}.json`)) {
      problems.push({ rule: 'file-name', where: file, detail: `holds the slug ${slug}` });
    }
  }
  return { content, problems };
}
