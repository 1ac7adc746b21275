import { formDefinitionSchema } from '@jena/shared/forms/schema';
import { z } from 'zod';
import { keyHelp } from './editor-schemas.words.ts';
import { issuedSchema } from './issued.ts';
import {
  guideSchema,
  kitaSchema,
  officeSchema,
  serviceSchema,
  sourcesSchema,
  taskSchema,
  vocabularySchema,
} from './schema.ts';
import { serviceBundleSchema } from './service-bundle.ts';

type Json = { [key: string]: unknown };

/** Which files a schema is for, below `data/`. */
const kinds: Record<string, { files: string[]; schema: z.ZodType }> = {
  service: { files: ['services/*.json'], schema: serviceSchema },
  form: { files: ['forms/*.json', '!forms/*.cases.json'], schema: formDefinitionSchema },
  bundle: { files: ['bundles/*.json'], schema: serviceBundleSchema },
  issued: { files: ['issued/*.json'], schema: issuedSchema },
  guide: { files: ['guides/*.json'], schema: guideSchema },
  tasks: { files: ['tasks.json'], schema: z.array(taskSchema) },
  offices: { files: ['offices.json'], schema: z.array(officeSchema) },
  kitas: { files: ['kitas.json'], schema: z.array(kitaSchema) },
  vocabulary: { files: ['vocabulary.json'], schema: vocabularySchema },
  sources: { files: ['sources.json'], schema: sourcesSchema },
};

/**
 * What an editor's program knows of the files in `data/`: JSON Schemas by name, made of the schemas that the build proves
 * with, and the files that each is for. `blocks`: the names that a form may take in.
 */
export function editorSchemas(blocks: readonly string[]): Record<string, { files: string[]; schema: Json }> {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, { files, schema }]) => {
      const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
      return [name, { files, schema: withHelp(withBlocks(made, blocks)) as Json }];
    }),
  );
}

/** In a list of questions a block may stand, too. */
function withBlocks(node: unknown, blocks: readonly string[]): unknown {
  return mapped(node, (key, value) => {
    const list = value as { type?: unknown; items?: unknown };
    if (key !== 'fields' || list.type !== 'array') return value;
    return { ...list, items: { anyOf: [list.items, blockUse(blocks)] } };
  });
}

function blockUse(blocks: readonly string[]): Json {
  const names = { type: 'array', items: { type: 'string' } };
  return {
    type: 'object',
    properties: {
      use: { enum: [...blocks] },
      prefix: { type: 'string' },
      applicant: { const: true },
      omit: names,
      optional: names,
      showWhen: {},
    },
    required: ['use'],
    additionalProperties: false,
  };
}

/** A sentence on what each key is for, shown while typing. */
function withHelp(node: unknown): unknown {
  return mapped(node, (key, value, parent) => {
    const help = parent === 'properties' ? keyHelp[key] : undefined;
    return help === undefined ? value : { ...(value as Json), description: help };
  });
}

function mapped(
  node: unknown,
  change: (key: string, value: unknown, parent: string) => unknown,
  parent = '',
): unknown {
  if (Array.isArray(node)) return node.map((item) => mapped(item, change, parent));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const inner = mapped(value, change, key);
      const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
      return [key, isObject ? change(key, inner, parent) : inner];
    }),
  );
}
