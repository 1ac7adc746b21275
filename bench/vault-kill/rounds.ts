// The four things that are cut off: uploads, scans, root key rotation, erasure. Each acts, kills, and leaves its traces.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endTimeToTakeBack } from '../../e2e/support/database.ts';
import type { Product } from '../../e2e/support/world.ts';
import type { Person } from '../people.ts';
import {
  filesAreGone,
  goOn,
  lookAfterErasure,
  lookAtEnd,
  lookNow,
  newDocument,
  type SentDocument,
  send,
  type Tally,
} from './documents.ts';
import type { Door } from './door.ts';
import { makePaper } from './papers.ts';
import type { Random } from './random.ts';

export type Stage = {
  product: Product;
  door: Door;
  env: Record<string, string>;
  random: Random;
  tally: Tally;
  /** Those who send and remove; the others are erased one after another. */
  people: readonly [Person, ...Person[]];
  fresh: Person[];
  documents: SentDocument[];
  /** Rounds in which the kill met unfinished work, by kind. */
  hits: string[];
};

const root = resolve(import.meta.dirname, '../..');
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A command beside the product, e.g. `keys.ts rotate`. */
function run({ env }: Stage, file: string, argument: string) {
  const child: ChildProcess = spawn(process.execPath, [resolve(root, file), argument], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const ended = once(child, 'close');
  return {
    said: () => said,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function newDocuments({ random }: Stage, owners: readonly Person[]): Promise<SentDocument[]> {
  return Promise.all(owners.map(async (owner) => newDocument(owner, await makePaper(random))));
}

const sendersOf = ({ random, people }: Stage, count: number) =>
  Array.from({ length: count }, () => random.oneOf(people));

/** Kills the product after a random time in which the work may have got anywhere, and starts it again. */
async function cut({ product, random }: Stage, longest: number, work: Promise<unknown>): Promise<void> {
  await pause(random.between(0, longest));
  await product.kill();
  await work;
  await product.start();
}

async function settle(stage: Stage, documents: readonly SentDocument[]): Promise<void> {
  const { door, tally } = stage;
  const states = await Promise.all(documents.map((document) => lookNow(door, document, tally)));
  if (states.includes('uploading')) stage.hits.push('uploads');
  if (states.includes('checking')) stage.hits.push('scans');
  await Promise.all(documents.map((document) => goOn(door, document, tally)));
  await Promise.all(documents.map((document) => lookAtEnd(door, document, tally)));
  stage.documents.push(...documents);
}

export async function uploads(stage: Stage): Promise<void> {
  const documents = await newDocuments(stage, sendersOf(stage, stage.random.between(2, 4)));
  const sending = Promise.all(
    documents.map((document) => send(stage.door, document, stage.random.between(1, 8))),
  );
  await cut(stage, 150, sending);
  await settle(stage, documents);
}

export async function scans(stage: Stage): Promise<void> {
  const documents = await newDocuments(stage, sendersOf(stage, stage.random.between(2, 4)));
  await Promise.all(documents.map((document) => send(stage.door, document, 1)));
  await cut(stage, 350, Promise.resolve());
  await settle(stage, documents);
}

/** A new root key, or the old ones forgotten, while documents arrive; product, command or both are killed. */
export async function rotation(stage: Stage): Promise<void> {
  const { random, product, door } = stage;
  const documents = await newDocuments(stage, sendersOf(stage, 2));
  const retires = random.between(1, 4) === 1;
  if (retires) {
    await run(stage, 'apps/bff/src/commands/keys.ts', 'rotate').ended;
    // As if an hour had passed.
    const before = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(join(product.dataDir, 'keys', 'root.key'), before, before);
  }
  const command = run(stage, 'apps/bff/src/commands/keys.ts', retires ? 'retire' : 'rotate');
  await pause(random.between(200, 700));
  const sending = Promise.all(documents.map((document) => send(door, document, 2)));
  const victim = random.oneOf(['product', 'command', 'both']);
  if (victim !== 'product') await command.kill();
  await cut(stage, 100, sending);
  await command.ended;
  if (!command.said().includes(retires ? 'Older backups' : 'wrapped anew')) stage.hits.push('rotations');
  await settle(stage, documents);
}

/** Some documents are thrown away by their owners; when the time to take them back is over, they go from the disk. */
export async function removal(stage: Stage): Promise<void> {
  const { random, door, tally, product } = stage;
  const alive = stage.documents.filter(
    ({ erasure, owner }) => erasure === 'none' && stage.people.includes(owner),
  );
  const chosen = random.some(alive, 3);
  const removing = Promise.all(
    chosen.map(async (document) => {
      document.erasure = 'asked';
      const answer = await door.remove(document.owner, document.id);
      if (answer?.status === 200) document.erasure = 'done';
    }),
  );
  await cut(stage, 60, removing);
  if (chosen.some(({ erasure }) => erasure === 'asked')) stage.hits.push('removals');
  await Promise.all(chosen.map((document) => lookAfterErasure(door, document, tally)));
  await endTimeToTakeBack(product);
  await cut(stage, 60, Promise.resolve());
  const gone = chosen.filter(({ erasure }) => erasure === 'done');
  await Promise.all(gone.map((document) => filesAreGone(product.dataDir, document, tally)));
}

/** A person's key is destroyed by a process of its own; it is killed, or the product, or both. */
export async function personErasure(stage: Stage): Promise<void> {
  const { random, door, tally, fresh } = stage;
  const person = fresh.pop();
  if (person === undefined) return removal(stage);
  const documents = await newDocuments(stage, [person, person]);
  await Promise.all(documents.map((document) => send(door, document, 1)));
  await Promise.all(documents.map((document) => lookAtEnd(door, document, tally)));
  const command = run(stage, 'bench/vault-kill/erase-person.ts', person.accountId);
  await pause(random.between(200, 700));
  const victim = random.oneOf(['product', 'command', 'both']);
  if (victim !== 'product') await command.kill();
  await cut(stage, 100, Promise.resolve());
  await command.ended;
  const seen = documents.filter(({ paper }) => !paper.isInfected);
  // The command went on after the product's start when only the product was killed; its word counts from then on.
  const isDone = command.said().includes('erased');
  if (!isDone) stage.hits.push('erasures');
  for (const document of documents) document.erasure = isDone ? 'done' : 'asked';
  await Promise.all(seen.map((document) => lookAfterErasure(door, document, tally)));
  if (new Set(seen.map(({ erasure }) => erasure)).size > 1)
    tally.halfVisible.push(`${person.accountId}: some documents are erased, some are not`);
  stage.documents.push(...seen);
}
