import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../kernel/index.ts';
import { linkText, verifyAccessLog } from './access.ts';
import type { AccessEntry, AccessLog } from './schema.ts';

type Act = Pick<AccessEntry, 'at' | 'officeId' | 'act' | 'caseReference'>;

const acts = fc.array(
  fc.record({
    at: fc
      .date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString() as Instant),
    officeId: fc.constantFrom('buergerservice', 'standesamt'),
    act: fc.constantFrom('cases.viewed', 'cases.approved', 'vault.evidence_viewed'),
    caseReference: fc.option(fc.string({ maxLength: 12 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 12 },
);

function logOf(list: readonly Act[], subject = 'a-person'): AccessLog {
  const entries: AccessEntry[] = [];
  let previous = '';
  for (const [index, act] of list.entries()) {
    const entry = { ...act, number: index + 1, previous };
    const hash = createHash('sha256').update(linkText(subject, entry)).digest('base64url');
    entries.push({ ...entry, hash });
    previous = hash;
  }
  return { subject, entries, head: { number: entries.length, hash: previous } };
}

const place = fc.nat();
/** The entry at a place, wherever the list ends. */
function at(log: AccessLog, number: number): [number, AccessEntry] {
  const index = number % log.entries.length;
  const entry = log.entries[index];
  if (entry === undefined) throw new Error('no entry');
  return [index, entry];
}
const isIntact = async (log: AccessLog, earlier?: AccessLog['head']) =>
  (await verifyAccessLog(log, earlier)).intact;

describe('the chain of an access log', () => {
  it('holds as it was written, whole and from any entry on', async () => {
    expect(await verifyAccessLog(logOf([]))).toEqual({ intact: true, isComplete: true });
    await fc.assert(
      fc.asyncProperty(acts, place, async (list, number) => {
        const log = logOf(list);
        const [index] = at(log, number);
        expect(await verifyAccessLog(log)).toEqual({ intact: true, isComplete: true });
        const newest = { ...log, entries: log.entries.slice(index) };
        expect(await verifyAccessLog(newest)).toEqual({ intact: true, isComplete: index === 0 });
      }),
    );
  });

  it('shows every change of any field of any entry', async () => {
    const fields = [
      'number',
      'at',
      'officeId',
      'act',
      'caseReference',
      'previous',
      'hash',
    ] as const satisfies readonly (keyof AccessEntry)[];
    await fc.assert(
      fc.asyncProperty(acts, place, fc.constantFrom(...fields), async (list, number, field) => {
        const log = logOf(list);
        const [index, entry] = at(log, number);
        const changed = { ...entry, [field]: field === 'number' ? entry.number + 1 : `${entry[field]}x` };
        expect(await isIntact({ ...log, entries: log.entries.with(index, changed) })).toBe(false);
      }),
    );
  });

  it('shows every removal: in the middle and at the end as broken, at the beginning as not complete', async () => {
    await fc.assert(
      fc.asyncProperty(acts, place, async (list, number) => {
        const log = logOf(list);
        const [index] = at(log, number);
        const verdict = await verifyAccessLog({ ...log, entries: log.entries.toSpliced(index, 1) });
        expect(verdict.intact && verdict.isComplete).toBe(false);
      }),
    );
  });

  it('shows every exchange of two entries, and an entry that stands there twice', async () => {
    await fc.assert(
      fc.asyncProperty(acts, place, place, async (list, left, right) => {
        const log = logOf(list);
        const [[i, one], [j, other]] = [at(log, left), at(log, right)];
        const twice = { ...log, entries: log.entries.toSpliced(i, 0, one) };
        expect(await isIntact(twice)).toBe(false);
        fc.pre(i !== j);
        expect(await isIntact({ ...log, entries: log.entries.with(i, other).with(j, one) })).toBe(false);
      }),
    );
  });

  it('shows a log of somebody else, and one that was written anew after it had been saved', async () => {
    await fc.assert(
      fc.asyncProperty(acts, place, async (list, number) => {
        const log = logOf(list);
        expect(await isIntact({ ...log, subject: 'another-person' })).toBe(false);
        const [index, entry] = at(log, number);
        const anew = logOf(log.entries.with(index, { ...entry, officeId: `${entry.officeId}x` }));
        expect(await isIntact(anew)).toBe(true);
        expect(await isIntact(anew, log.head)).toBe(false);
        const later = logOf([...list, ...list]);
        expect(await isIntact(later, log.head)).toBe(true);
        expect(await isIntact(later, { number: 0, hash: '' })).toBe(true);
      }),
    );
  });
});
