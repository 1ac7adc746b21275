import { levelsOfAssurance, textSchema } from '@jena/shared/kernel';
import { documentTypes } from '@jena/shared/vault';
import { z } from 'zod';
import { precheckSchema } from './precheck.ts';
import { slugSchema } from './slug.ts';

export { slugSchema } from './slug.ts';

/** Where a fact comes from: keys of `sources.json`. `unconfirmed` marks what the office must still confirm. */
export const unconfirmed = 'unconfirmed';
const sourced = { sources: z.array(z.string()).min(1) };
const sourcedText = z.object({ text: textSchema, ...sourced });

export const sourceSchema = z.object({ url: z.string(), about: z.string(), asOf: z.string() });
export const sourcesSchema = z.record(z.string(), sourceSchema);

/** Colloquial words, misspellings worth knowing, official terms. */
export const keywordsSchema = z.object({ de: z.array(z.string()), en: z.array(z.string()) });

/** Money in integer cents. Negative: the person receives it. `unknown` is shown as such, never guessed. */
export const amountSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), cents: z.number().int() }),
  z.object({ kind: z.literal('range'), fromCents: z.number().int(), toCents: z.number().int() }),
  z.object({ kind: z.literal('from'), cents: z.number().int() }),
  z.object({ kind: z.literal('upTo'), cents: z.number().int() }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Amount = z.infer<typeof amountSchema>;

export const channels = [
  'online',
  'external-online',
  'appointment',
  'walk-in',
  'post',
  'email',
  'phone',
  'third-party',
  'info',
] as const;

/** A service (Leistung) of the catalogue; CPSV-AP class Public Service. */
export const serviceSchema = z.object({
  slug: slugSchema,
  kind: z.enum(['procedure', 'info', 'pointer']),
  title: textSchema,
  /** One sentence: what it is and what one gets. */
  summary: textSchema,
  serviceKey: z.object({ key: z.string().regex(/^\d{14}$/), ...sourced }).nullable(),
  lifeEvents: z.array(slugSchema),
  audience: z.array(z.enum(['citizen', 'business'])).min(1),
  officeIds: z.array(slugSchema),
  legalBasis: z.array(z.object({ ref: z.string(), asOf: z.string().nullable(), ...sourced })),
  preconditions: z.array(sourcedText),
  evidence: z.array(
    z.object({
      id: slugSchema,
      text: textSchema,
      /** When it is needed; null = always. */ when: textSchema.nullable(),
      /**
       * Only a certified studio or an authority's terminal may make it (photographs of official ID documents since
       * 2025-05-01). A form may ask for the printed code that the studio gives, never for the photograph.
       */
      madeBy: z.literal('studio').optional(),
      /** Kinds of documents of which one is enough; missing where a vault cannot hold it or one document is not enough. */
      types: z.array(z.enum(documentTypes)).min(1).optional(),
      ...sourced,
    }),
  ),
  fees: z.array(
    z.object({
      /** Named where a pre-check tells what it costs in this case. */
      id: slugSchema.optional(),
      variant: textSchema,
      amount: amountSchema,
      note: textSchema.nullable(),
      ...sourced,
    }),
  ),
  deadline: z
    .object({
      text: textSchema,
      days: z.number().int().nullable(),
      anchor: z.string().nullable(),
      ...sourced,
    })
    .nullable(),
  processingTime: sourcedText.nullable(),
  channels: z.array(z.object({ channel: z.enum(channels), note: textSchema.nullable() })),
  levelOfAssurance: z.enum(['none', ...levelsOfAssurance]),
  /** Kinds of documents that this service makes anew before they end. */
  renews: z.array(z.enum(documentTypes)).default([]),
  steps: z.array(z.object({ code: slugSchema, text: textSchema })),
  notes: z.array(sourcedText),
  seeAlso: z.array(slugSchema),
  keywords: keywordsSchema,
  /** The online form of this service, when there is one. */
  form: slugSchema.nullable(),
  /** At most three questions that tell whether this is the right service, before its form is begun. */
  precheck: precheckSchema.optional(),
});
export type Service = z.infer<typeof serviceSchema>;

const hours = z.array(
  z.object({ opens: z.string().regex(/^\d\d:\d\d$/), closes: z.string().regex(/^\d\d:\d\d$/) }),
);
export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof weekdays)[number];

export const officeSchema = z.object({
  id: slugSchema,
  name: textSchema,
  kind: z.string(),
  address: z.object({
    street: z.string().nullable(),
    postcode: z.string().nullable(),
    town: z.string(),
    asOf: z.string().nullable(),
    ...sourced,
  }),
  /** Approximate, for a rough map only. */
  geo: z.object({ lat: z.number(), lon: z.number(), accuracy: z.string() }).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  web: z.string().nullable(),
  /** Regular hours in Europe/Berlin; null = not known. A missing day is closed. */
  openingHours: z
    .object({
      regular: z.partialRecord(z.enum(weekdays), hours),
      /** Dates with hours of their own, e.g. open Saturdays. */
      special: z.array(z.object({ day: z.string(), hours })),
      note: textSchema.nullable(),
      asOf: z.string().nullable(),
      ...sourced,
    })
    .nullable(),
  services: z.array(slugSchema),
  /** People can have the photograph for an official card taken here. */
  photoTerminal: z.object({ ...sourced }).optional(),
  languages: z.array(z.string()),
  notes: textSchema.nullable(),
  keywords: keywordsSchema.optional(),
});
export type Office = z.infer<typeof officeSchema>;

export const taskSchema = z.object({
  id: slugSchema,
  title: textSchema,
  /** One or two sentences: what to do and why. */
  text: textSchema,
  appliesTo: z.array(z.string()).min(1),
  /** Must be done before. */
  requires: z.array(slugSchema),
  /** Helps when done before. */
  helpfulBefore: z.array(slugSchema),
  deadline: z
    .object({
      anchor: z.string(),
      latestDays: z.number().int().nullable(),
      recommendedDays: z.number().int().nullable(),
      text: textSchema,
    })
    .nullable(),
  services: z.array(slugSchema),
  offices: z.array(slugSchema),
  bring: z.array(textSchema),
  link: z.string().nullable(),
  ...sourced,
});
export type Task = z.infer<typeof taskSchema>;

export const guideSchema = z.object({
  slug: slugSchema,
  title: textSchema,
  summary: textSchema,
  topics: z.array(z.string()),
  appliesTo: z.array(z.string()).min(1),
  /** The tasks in the order in which they are best done. */
  tasks: z.array(slugSchema),
  /** Tasks that the guide takes as done. */
  assumesDone: z.array(slugSchema),
  services: z.array(slugSchema),
  offices: z.array(slugSchema),
  prerequisites: z.array(slugSchema),
  tips: z.array(sourcedText),
  keywords: keywordsSchema.optional(),
  ...sourced,
});
export type Guide = z.infer<typeof guideSchema>;

/** Groups of people, anchors of deadlines, life events: code → what people read. */
export const vocabularySchema = z.object({
  groups: z.record(z.string(), textSchema),
  anchors: z.record(z.string(), textSchema),
  lifeEvents: z.record(z.string(), textSchema),
  topics: z.record(z.string(), textSchema),
  evidenceTypes: z.record(z.string(), textSchema).optional(),
});

export const emergencySchema = z.array(z.object({ number: z.string(), text: textSchema, ...sourced }));

export const kitaSchema = z.object({
  id: slugSchema,
  name: z.string(),
  type: z.string().nullable(),
  operator: z.string().nullable(),
  district: z.string().nullable(),
  address: z.object({
    street: z.string().nullable(),
    postcode: z.string().nullable(),
    town: z.string(),
    known: z.boolean(),
  }),
  places: z.number().int().nullable(),
  geo: z.object({ lat: z.number(), lon: z.number(), accuracy: z.string() }).nullable(),
  status: z.string(),
  note: textSchema.nullable(),
  asOf: z.string().nullable(),
  ...sourced,
});
export type Kita = z.infer<typeof kitaSchema>;
