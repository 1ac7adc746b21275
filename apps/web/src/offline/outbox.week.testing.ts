import type { SubmitInput } from '@jena/shared/cases';
import type { AccountId, DocumentId } from '@jena/shared/kernel';
import { addFile, type Draft, listDrafts, readFile, saveDraft } from './drafts.ts';
import { outboxDatabase } from './outbox.db.ts';
import { driveEntry } from './outbox.drive.ts';
import { listEntries } from './outbox.store.ts';
import { server } from './outbox.testing.ts';
import { discard, enqueueSubmission } from './outbox.ts';
import { dieWhileUpgrading, handInByOldApp, newerDatabase } from './outbox.versions.testing.ts';
import { forgetOwner, rememberOwner } from './owner.ts';
import { hasPersonKey, keepPersonKey } from './phone-keys.ts';
import { type Life, switchOn } from './power.testing.ts';
import { sealWhatIsOpen } from './seal-open.ts';
import { account, aDraft, emptyPhone, restartPhone, seededRandom } from './testing.ts';

/** What became of everything that was handed in; all but the first three must be zero. */
export type Week = {
  arrived: number;
  deaths: number;
  looksOfOthers: number;
  lost: number;
  doubled: number;
  /** Cases without exactly their own three papers. */
  wrongPapers: number;
  /** Documents with the server that belong to no case. */
  strayPapers: number;
  /** Cases and papers that came in somebody else's name. */
  inWrongName: number;
  /** What somebody saw, or could have read, of what others handed in. */
  seenByOthers: number;
};

const papersEach = 3;
const whileSending = { dies: 0.008, breaks: 0.03, diesWriting: 0.002 };
/** Few writes, and each of them counts. */
const whileHandingIn = { ...whileSending, diesWriting: 0.04 };
const people = [account(1), account(2), account(3)];
const stranger = account(9);
const keyOf = (person: AccountId) =>
  btoa(person.repeat(2).slice(0, 32)).replaceAll('+', '-').replaceAll('/', '_');
const nameOf = (number: number) => `Person ${number}`;
const papersOf = (number: number) =>
  Array.from({ length: papersEach }, (_, page) => `Blatt ${number}-${page}`);
const ownerOf = (number: number) => people[number % people.length] as AccountId;

/**
 * Three people hand in by turns, offline, on one phone that dies at any step; a third of it by an older version of the
 * app, a third by this one, and a third when a newer one has been here. Others log in between them and look around.
 * @param submissions how many applications, with three papers each
 */
export async function hardWeek({ submissions, seed }: { submissions: number; seed: number }): Promise<Week> {
  const chance = seededRandom(seed);
  const city = server();
  const records = { submitted: new Map<string, AccountId>(), papers: new Map<DocumentId, Paper>() };
  const tally = { deaths: 0, looksOfOthers: 0, seenByOthers: 0 };
  let clock = Date.parse('2026-11-23T10:00:00.000Z');

  const turnOn = async (odds = whileSending) => {
    await restartPhone();
    clock += 600_000;
    return switchOn(chance, odds);
  };
  /** One life after the other until something is done; the person does it again when they do not find it done. */
  const untilDone = async (work: () => Promise<unknown>) => {
    for (;;) {
      const life = await turnOn(whileHandingIn);
      let done = false;
      await life.live(async () => {
        await work();
        done = true;
      });
      if (done) return;
      tally.deaths += 1;
    }
  };
  const handIn = async (from: number, to: number) => {
    for (let number = from; number < to; number++) {
      const draft = aDraft({ answers: { familyName: nameOf(number) } });
      const told = new Set<string>();
      await untilDone(async () => {
        await logIn(ownerOf(number));
        await handInOnce(draft, papersOf(number), told);
      });
    }
  };
  /** One life of a person: what waits is sent, one after the other, by one window or by two. */
  const send = async (person: AccountId, meanwhile: () => Promise<unknown> = async () => undefined) => {
    const life = await turnOn();
    const deps = phoneOf(person, life, { city, records, chance, now: () => new Date(clock) });
    await life.live(async () => {
      await logIn(person);
      for (const entry of await listEntries()) {
        if (entry.owner !== person) tally.seenByOthers += 1;
        const windows = chance() < 0.1 ? 2 : 1;
        const drives = Array.from({ length: windows }, () => driveEntry(entry.id, deps, true));
        await Promise.all([...drives, meanwhile()]);
        if (entry.state.kind === 'done') await discard(entry.id);
      }
    });
    if (life.dead) tally.deaths += 1;
  };
  /** Somebody else logs in, after the others logged out or with the phone in their hand, and looks for everything. */
  const lookAround = async (handedIn: number) => {
    await restartPhone();
    if (chance() < 0.5) await forgetOwner();
    await logIn(stranger);
    tally.looksOfOthers += 1;
    tally.seenByOthers += (await listEntries()).length + (await listDrafts()).length;
    const { rows, ids } = await outboxDatabase.run(async (db) => ({
      rows: [await db.getAll('entries'), await db.getAll('drafts')],
      ids: await db.getAllKeys('files'),
    }));
    const legible = JSON.stringify(rows).match(/"Person \d+"/g) ?? [];
    tally.seenByOthers += new Set(legible).size;
    for (const id of ids.filter(() => chance() < 40 / Math.max(handedIn, 40)))
      if ((await readFile(id).catch(() => undefined)) !== undefined) tally.seenByOthers += 1;
    const life = await turnOn();
    const deps = phoneOf(stranger, life, { city, records, chance, now: () => new Date(clock) });
    const before = city.cases.size;
    for (const { id } of rows[0] as { id: string }[]) await life.live(() => driveEntry(id, deps, true));
    tally.seenByOthers += city.cases.size - before;
  };
  const sendUntil = async (handedIn: number, wanted: number) => {
    for (let round = 0; round < submissions * 4 && city.cases.size < wanted; round++) {
      if (round % 25 === 24) await lookAround(handedIn);
      // One of them after the other for a while: each change of person seals everything that lies open.
      await send(people[Math.floor(round / 5) % people.length] as AccountId);
    }
  };

  await emptyPhone();
  const third = Math.floor(submissions / 3);
  const old = Array.from({ length: third }, (_, number) => ({
    draft: aDraft({ answers: { familyName: nameOf(number) } }),
    owner: ownerOf(number),
    papers: papersOf(number),
    arrived: Math.floor(chance() * (papersEach + 1)),
  }));
  await handInByOldApp(old, (documentId, content, by) => {
    city.uploads.set(documentId, {
      total: content.length,
      received: content.length,
      state: 'checking',
      refusal: null,
    });
    records.papers.set(documentId, { content, by });
  });
  await dieWhileUpgrading('this');
  await handIn(third, 2 * third);
  await sendUntil(2 * third, third);
  await restartPhone();
  await dieWhileUpgrading('newer');
  // The next version comes while this one is sending, and stays.
  let upgrading: Promise<void> | undefined;
  const upgrade = () => {
    upgrading ??= newerDatabase().run(async () => undefined);
    return upgrading;
  };
  await send(people[0] as AccountId, upgrade);
  await upgrade();
  await handIn(2 * third, submissions);
  await sendUntil(submissions, submissions);
  return { ...tally, ...compare(submissions, city.cases, records) };
}

type Paper = { content: string; by: AccountId };
type Records = { submitted: Map<string, AccountId>; papers: Map<DocumentId, Paper> };
type City = ReturnType<typeof server>;

/** Logs in as the outbox does it: the person's key comes with it, and what lies open is sealed. */
async function logIn(person: AccountId): Promise<void> {
  await rememberOwner(person);
  if (await hasPersonKey(person)) return;
  await keepPersonKey(person, keyOf(person));
  await sealWhatIsOpen();
}

/**
 * Goes on where an earlier life of the phone stopped.
 * @param told what the app has said it keeps: that is never done again, it must be there
 */
async function handInOnce(draft: Draft, papers: readonly string[], told: Set<string>): Promise<void> {
  if ((await listEntries()).some(({ draftId }) => draftId === draft.id)) return;
  const stored = async () => (await listDrafts()).find(({ id }) => id === draft.id);
  const keep = async (name: string, isThere: boolean, save: () => Promise<unknown>) => {
    if (!isThere && told.has(name)) throw new Error(`${name} of ${draft.answers.familyName} is gone`);
    if (!isThere) await save();
    told.add(name);
  };
  await keep('the draft', (await stored()) !== undefined, () => saveDraft(draft));
  for (const text of papers) {
    const known = (await stored())?.files.confirmation ?? [];
    const photo = new Blob([text], { type: 'image/jpeg' });
    const isThere = known.some(({ name }) => name === text);
    await keep(text, isThere, () => addFile(draft.id, 'confirmation', photo, text));
  }
  await enqueueSubmission((await stored()) ?? draft, { language: 'de' });
}

type Around = { city: City; records: Records; chance: () => number; now: () => Date };

/** What the outbox has of the world while this person is logged in. */
function phoneOf(person: AccountId, life: Life, { city, records, chance, now }: Around) {
  const lost = (): never => {
    throw chance() < 0.5 ? new TypeError('Failed to fetch') : city.fail(502);
  };
  return {
    uploadEndpoint: '/uploads/',
    now,
    random: chance,
    online: () => chance() > 0.02,
    documentState: (id: DocumentId) => life.call(() => city.documentState(id), lost),
    sendFile: (job: Parameters<City['sendFile']>[0]) =>
      life.call(
        async () => {
          const { documentId } = job.file;
          const content = await job.content.text();
          records.papers.set(documentId, { content, by: person });
          return city.sendFile(job);
        },
        () => ({ kind: 'failed' as const, failure: { kind: 'offline' as const } }),
      ),
    addEvidence: city.addEvidence,
    describe: city.describe,
    write: city.write,
    submit: (input: SubmitInput) =>
      life.call(async () => {
        const receipt = await city.submit(input);
        records.submitted.set(String(input.answers.familyName), person);
        return receipt;
      }, lost),
  };
}

/** What the server has, against what was handed in. */
function compare(submissions: number, cases: City['cases'], { submitted, papers }: Records) {
  const made = [...cases.values()].map(({ input }) => input);
  const named = new Map(made.map((input) => [String(input.answers.familyName), input]));
  const used = new Set(made.flatMap(({ attachments }) => attachments.map(({ documentId }) => documentId)));
  let [lost, wrongPapers, inWrongName] = [0, 0, 0];
  for (let number = 0; number < submissions; number++) {
    const input = named.get(nameOf(number));
    if (!input) {
      lost += 1;
      continue;
    }
    const found = input.attachments.map(({ documentId }) => papers.get(documentId));
    const texts = found.map((paper) => paper?.content ?? '').sort();
    if (JSON.stringify(texts) !== JSON.stringify(papersOf(number))) wrongPapers += 1;
    const names = [submitted.get(nameOf(number)), ...found.map((paper) => paper?.by)];
    if (names.some((name) => name !== ownerOf(number))) inWrongName += 1;
  }
  return {
    arrived: named.size,
    doubled: cases.size - named.size,
    strayPapers: [...papers.keys()].filter((id) => !used.has(id)).length,
    ...{ lost, wrongPapers, inWrongName },
  };
}
