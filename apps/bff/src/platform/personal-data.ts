import type { AccountId } from '@jena/shared/kernel';
import { accessHead, readAccess } from './access-chain.ts';
import type { Reader } from './db/access.ts';
import type { AppTables } from './db/tables.ts';
import { readEventsAbout } from './events.ts';

/** A file of the archive that a person gets of themselves; `name` may hold folders. */
export type PersonalFile = { name: string; at?: Date; content: string | AsyncIterable<Uint8Array> };

/** What one domain knows about a person. Every table that names a person is held by exactly one part. */
export type PersonalPart = {
  tables: readonly (keyof AppTables)[];
  /** For the README of the archive: file or folder, and what it holds in plain German. */
  holds: Readonly<Record<string, string>>;
  /** Opened while it is asked for, one file at a time. */
  files(db: Reader, accountId: AccountId): AsyncIterable<PersonalFile>;
};

/** A file that people and programs read. */
export const jsonFile = (name: string, value: unknown): PersonalFile => ({
  name,
  content: `${JSON.stringify(value, null, 2)}\n`,
});

const atOnce = 500;

async function wholeAccessLog(db: Reader, tables: AppTables, subject: AccountId) {
  const head = await accessHead(db, tables, subject);
  const entries = [];
  for (let before = head.number + 1; before > 1; ) {
    const page = await readAccess(db, tables, { subject, before, limit: atOnce });
    entries.push(...page);
    before = page.at(-1)?.number ?? 1;
  }
  return { subject, entries: entries.reverse(), head };
}

/** What happened, oldest first: a member of the staff is their office. */
async function eventsAbout(db: Reader, tables: AppTables, subject: AccountId) {
  const events = [];
  let before: number | undefined;
  do {
    const page = await readEventsAbout(db, tables, {
      subject,
      limit: atOnce,
      ...(before === undefined ? {} : { before }),
    });
    for (const { at, type, actorKind, officeId, data } of page)
      events.push({ at, type, by: officeId ?? actorKind, data });
    before = page.length === atOnce ? page.at(-1)?.sequence : undefined;
  } while (before !== undefined);
  return events.reverse();
}

/** What no domain owns: the access log with its hashes, and the events. */
export const platformPart = (tables: AppTables): PersonalPart => ({
  tables: ['platformAccess', 'platformAccessHeads', 'platformEvents'],
  holds: {
    'zugriffe.json':
      'welche Stelle wann wozu Ihre Daten gesehen hat, mit Prüfsummen. Sie verraten, wenn ein Eintrag fehlt oder geändert wurde.',
    'ereignisse.json': 'was mit Ihren Daten geschehen ist und durch wen',
  },
  async *files(db, accountId) {
    yield jsonFile('zugriffe.json', await wholeAccessLog(db, tables, accountId));
    yield jsonFile('ereignisse.json', await eventsAbout(db, tables, accountId));
  },
});
