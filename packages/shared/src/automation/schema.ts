import { z } from 'zod';
import { caseId, daySchema, idempotencyKey, instantSchema, textSchema } from '../kernel/index.ts';
import { askSchema } from '../platform/schema.ts';

const outcomes = z.enum(['approve', 'prepared', 'ask', 'person']);

/** A past case in which the rule would have done something else than the person did. */
export const differenceSchema = z.object({
  reference: z.string(),
  /** What the rule would have done. */
  rule: outcomes,
  /** The check or general reason behind it. */
  why: z.string().nullable(),
  /** What people did: decided, and whether they asked for a paper first. */
  people: z.enum(['approved', 'rejected']),
  asked: z.boolean(),
});
export type Difference = z.infer<typeof differenceSchema>;

export const simulationSchema = z.object({
  version: z.number().int(),
  startedAt: instantSchema,
  /** Null while it runs. */
  finishedAt: instantSchema.nullable(),
  cases: z.number().int(),
  /** Cases that could not be read any more: their owner left. */
  unreadable: z.number().int(),
  counts: z.record(outcomes, z.number().int()),
  /** Where rule and people did the same, of those the rule would not have left to a person. */
  agrees: z.number().int(),
  differs: z.number().int(),
  differences: z.array(differenceSchema),
});
export type Simulation = z.infer<typeof simulationSchema>;

export const ruleViewSchema = z.object({
  id: z.string(),
  service: z.string(),
  version: z.number().int(),
  title: textSchema,
  acts: z.enum(['decide', 'check']),
  law: z.object({ ref: z.string(), note: textSchema, asOf: daySchema, source: z.string() }),
  checks: z.array(
    z.object({ id: z.string(), says: textSchema, otherwise: z.enum(['ask', 'person']), fails: textSchema }),
  ),
  isOn: z.boolean(),
  changedAt: instantSchema.nullable(),
  /** It changed under the number it had: it does nothing until it gets a new one. */
  isForged: z.boolean(),
  simulation: simulationSchema.nullable(),
  /** The wish to switch it on, waiting for a second person. */
  asks: z.array(askSchema),
  /** What it did in the last 30 days. */
  runs: z.record(outcomes, z.number().int()),
});
export type RuleView = z.infer<typeof ruleViewSchema>;

export const automationViewSchema = z.object({
  rules: z.array(ruleViewSchema),
  /** Decisions by week, the oldest first: how many a rule made, how many people made. */
  weeks: z.array(z.object({ monday: daySchema, automatic: z.number().int(), byHand: z.number().int() })),
});
export type AutomationView = z.infer<typeof automationViewSchema>;

const rule = z.string().max(80);
export const ruleInput = z.object({ idempotencyKey, rule, version: z.number().int() });
export const askOnInput = ruleInput.extend({ reason: z.string().trim().min(5).max(300) });
export const settleOnInput = ruleInput.extend({ askId: askSchema.shape.id });
export const wantPersonInput = z.object({ idempotencyKey, caseId });
