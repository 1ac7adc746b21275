// What the server promised about each document, and whether it keeps it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentId, newId } from '@jena/shared/kernel';
import type { Person } from '../people.ts';
import type { Door } from './door.ts';
import { isWhole, type Paper } from './papers.ts';

export type SentDocument = {
  id: DocumentId;
  owner: Person;
  paper: Paper;
  /** The server said that it knows the upload. */
  isBegun: boolean;
  /** Bytes of which the server said that it has them. */
  promised: number;
  /** `asked`: to be erased, but the server died before it said so; both outcomes are right, halves are not. */
  erasure: 'none' | 'asked' | 'done';
};

/** What went wrong, a line each. */
export type Tally = Record<'lost' | 'halfVisible' | 'readable' | 'inTheClear' | 'faults', string[]>;

/** Work after a restart may take so long on a busy machine. */
const patienceMs = 40_000;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export const newDocument = (owner: Person, paper: Paper): SentDocument => ({
  id: newId<'document'>(),
  owner,
  paper,
  isBegun: false,
  promised: 0,
  erasure: 'none',
});

const isComplete = ({ promised, paper }: SentDocument) => promised === paper.content.length;

async function begin(door: Door, document: SentDocument): Promise<boolean> {
  const { owner, id, paper } = document;
  const { name, mediaType, content } = paper;
  const answer = await door.create(owner, id, { name, mediaType, bytes: content.length });
  if (answer?.status === 201 || answer?.status === 409) document.isBegun = true;
  return answer?.status === 201;
}

/** Sends what is missing, in so many parts; stops when the server dies. */
async function sendFrom(door: Door, document: SentDocument, offset: number, parts: number): Promise<void> {
  const { owner, id, paper } = document;
  const size = Math.ceil(paper.content.length / parts);
  for (let at = offset; at < paper.content.length; at += size) {
    const part = paper.content.subarray(at, at + size);
    const answer = await door.patch(owner, id, at, part);
    if (answer?.status !== 204) return;
    document.promised = at + part.length;
  }
}

export async function send(door: Door, document: SentDocument, parts: number): Promise<void> {
  if (await begin(door, document)) await sendFrom(door, document, 0, parts);
}

/** Goes on where the server says that it is, as a phone does when it has a network again. */
export async function goOn(door: Door, document: SentDocument, tally: Tally): Promise<void> {
  if (isComplete(document)) return;
  const { owner, id, promised } = document;
  const where = await door.head(owner, id);
  const offset = where?.status === 200 ? Number(where.headers.get('upload-offset')) : undefined;
  if (document.isBegun && (offset ?? -1) < promised)
    tally.lost.push(`${id}: ${promised} bytes were acknowledged, ${offset ?? 'none'} are there`);
  if (offset === undefined) await begin(door, document);
  await sendFrom(door, document, offset ?? 0, 1);
  if (offset === document.paper.content.length) document.promised = offset;
  if (!isComplete(document)) tally.lost.push(`${id}: the upload cannot be finished after ${offset} bytes`);
}

/** At any moment: what can be read is whole, and what is called available can be read. Gives its state. */
export async function lookNow(door: Door, document: SentDocument, tally: Tally): Promise<string | undefined> {
  const { owner, id, paper } = document;
  const state = await door.state(owner, id);
  const file = await door.file(owner, id);
  if (file?.status === 200 && !(await isWhole(paper, file.body)))
    tally.halfVisible.push(`${id}: a file that is not whole`);
  if (file?.status !== 200 && state === 'available')
    tally.halfVisible.push(`${id}: available without a file`);
  if (file?.status === 200 && paper.isInfected) tally.halfVisible.push(`${id}: a virus can be read`);
  return state;
}

/** In the end: an acknowledged document is there whole (or refused, when infected). */
export async function lookAtEnd(door: Door, document: SentDocument, tally: Tally): Promise<void> {
  const { owner, id, paper } = document;
  const wanted = paper.isInfected ? 'refused' : 'available';
  const state = await untilSettled(door, document);
  if (state !== wanted) {
    tally.lost.push(`${id}: ${state} instead of ${wanted}`);
    return;
  }
  await lookNow(door, document, tally);
  if (paper.isInfected || paper.mediaType === 'application/pdf') return;
  const preview = await door.file(owner, id, '/preview');
  if (preview?.status !== 200) tally.halfVisible.push(`${id}: no preview`);
}

async function untilSettled(door: Door, { owner, id }: SentDocument): Promise<string | undefined> {
  const deadline = Date.now() + patienceMs;
  let state = await door.state(owner, id);
  while ((state === 'checking' || state === undefined) && Date.now() < deadline) {
    await pause(40);
    state = await door.state(owner, id);
  }
  return state;
}

/** After an erasure: nothing of it can be read. When it was not acknowledged, it may also be there, whole. */
export async function lookAfterErasure(door: Door, document: SentDocument, tally: Tally): Promise<void> {
  const { owner, id, paper, erasure } = document;
  const [file, preview] = [await door.file(owner, id), await door.file(owner, id, '/preview')];
  const isListed = !['none', undefined].includes(await door.state(owner, id));
  const isReadable = isListed || file?.status === 200 || preview?.status === 200;
  if (erasure === 'done') {
    if (isReadable) tally.readable.push(`${id}: readable after erasure`);
    return;
  }
  if (!isReadable) {
    document.erasure = 'done';
    return;
  }
  document.erasure = 'none';
  // A refused one has no file, only its place in the list.
  const isHalf = !paper.isInfected && (file?.status !== 200 || !(await isWhole(paper, file.body)));
  if (isHalf) tally.halfVisible.push(`${id}: half erased`);
}

/** The removed document's files leave the disk too, a moment later. */
export async function filesAreGone(dataDir: string, { id }: SentDocument, tally: Tally): Promise<void> {
  const places = ['vault', 'preview'].map((kind) => join(dataDir, 'files', kind, id.slice(0, 2), id));
  const deadline = Date.now() + patienceMs;
  while (places.some((place) => existsSync(place))) {
    if (Date.now() > deadline) {
      tally.readable.push(`${id}: its file stays on the disk`);
      return;
    }
    await pause(40);
  }
}
