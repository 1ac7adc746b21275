import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { DomainError } from '@jena/shared/kernel';
import { activeContent, documentDamaged } from '@jena/shared/vault';

const inflateAsync = promisify(inflate);

/** Object streams hold text; a larger one is a bomb. */
const maxObjectStreamBytes = 32_000_000;
const maxObjectStreams = 5_000;
/** One catalogue has one action on opening, and a few revisions have a few; more would only cost time. */
const maxOpenActions = 20;

/** Names of PDF 2.0 (ISO 32000-2, 12.6.4, 12.3.3, 7.6, 7.11.4) that let a document act, hide or carry something. */
const forbiddenNames = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Encrypt',
  'RichMedia',
  'RichMediaContent',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'XFA',
];

/** A name matches also where its letters are written as `#xx` (7.3.5), in small or capital digits. */
function escapable(name: string): string {
  const hex = (sign: string) =>
    sign
      .charCodeAt(0)
      .toString(16)
      .replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
  return [...name].map((sign) => `(?:${sign}|#${hex(sign)})`).join('');
}
const nameEnd = '(?![^\\s()<>[\\]{}/%])';
const forbidden = new RegExp(`/(?:${forbiddenNames.map(escapable).join('|')})${nameEnd}`, 'i');
const objectStream = new RegExp(`/${escapable('ObjStm')}${nameEnd}`);
const openAction = new RegExp(`/${escapable('OpenAction')}${nameEnd}`, 'g');
/** Actions that a page, a field or the document starts by itself (12.6.3); too short to be sought inside of pictures. */
const triggers = new RegExp(`/${escapable('AA')}${nameEnd}`);
const predictor = new RegExp(`/${escapable('Predictor')}${nameEnd}`);
const actionType = new RegExp(`/${escapable('S')}${nameEnd}`, 'g');
const next = new RegExp(`/${escapable('Next')}${nameEnd}`);
const goTo = new RegExp(`/${escapable('S')}\\s*/${escapable('GoTo')}${nameEnd}`);

/** An object stream, unpacked: first pairs of object number and place, then the objects from `first` on. */
type ObjectStream = { text: string; first: number };

/**
 * Looks for what a PDF must not contain: encryption, JavaScript, launch and submit actions, embedded files, XFA, rich
 * media, actions that start by themselves, and one on opening that does more than jump to a page.
 *
 * Covers: the whole file byte by byte, all revisions and unreachable objects included, names with `#xx` escapes, and
 * object streams (7.5.7) packed with Flate. What cannot be looked into (object streams with other filters or
 * predictors, or ones that do not unpack) is refused. Does not cover: the graph of objects as a viewer would walk it,
 * content of fonts and images, form fields' appearance; a rewriting parser in a sandbox is for that.
 *
 * @returns the refusal, or null when the file may pass
 */
export async function refusalOfPdf(content: Buffer): Promise<DomainError | null> {
  const text = content.toString('latin1');
  if (!text.slice(0, 1024).includes('%PDF-') || !text.includes('startxref')) return documentDamaged();
  if (forbidden.test(text)) return activeContent();
  const streams = await unpackObjectStreams(content, text);
  if (streams === null || streams.some((stream) => forbidden.test(stream.text))) return activeContent();
  if ([outsideStreams(text), ...streams.map((stream) => stream.text)].some((part) => triggers.test(part)))
    return activeContent();
  return opensQuietly(text, streams) ? null : activeContent();
}

/** Null when there is an object stream that cannot be looked into. */
async function unpackObjectStreams(content: Buffer, text: string): Promise<ObjectStream[] | null> {
  const streams: ObjectStream[] = [];
  let from = 0;
  for (const start of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    // Everything since the last stream began: a string inside the dictionary cannot cut off what stands before it.
    const dictionary = text.slice(from, start.index);
    from = start.index + start[0].length;
    if (!objectStream.test(dictionary)) continue;
    if (predictor.test(dictionary) || streams.length >= maxObjectStreams) return null;
    const unpacked = await inflateAsync(content.subarray(from), {
      maxOutputLength: maxObjectStreamBytes,
    }).catch(() => null);
    if (unpacked === null) return null;
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
    streams.push({ text: unpacked.toString('latin1'), first });
  }
  return streams;
}

/**
 * What stands outside of streams. In a file as it came, a comment can feign a stream and hide what follows; in one that
 * was rewritten there are no comments.
 */
function outsideStreams(text: string): string {
  const opening = /(?<!end)stream(?:\r\n|\n|\r)/g;
  const pieces: string[] = [];
  let from = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    pieces.push(text.slice(from, found.index));
    const end = text.indexOf('endstream', opening.lastIndex);
    from = end < 0 ? text.length : end;
    opening.lastIndex = from;
  }
  return [...pieces, text.slice(from)].join(' ');
}

/** True when opening the document does nothing, or shows a place in it: a destination or a GoTo action. */
function opensQuietly(text: string, streams: readonly ObjectStream[]): boolean {
  const values = [text, ...streams.map((stream) => stream.text)].flatMap((source) =>
    [...source.matchAll(openAction)].map((found) => {
      const start = found.index + found[0].length;
      return source.slice(start, start + 2000).trimStart();
    }),
  );
  return values.length <= maxOpenActions && values.every((value) => isQuiet(value, text, streams));
}

function isQuiet(value: string, text: string, streams: readonly ObjectStream[]): boolean {
  if (value.startsWith('[')) return true;
  if (value.startsWith('<<')) return isJump(value);
  const reference = /^(\d{1,10})\s+\d+\s+R/.exec(value);
  const targets = reference ? objectsOf(Number(reference[1]), text, streams) : [];
  return targets.length > 0 && targets.every((target) => target.startsWith('[') || isJump(target));
}

/**
 * A flat dictionary that is a GoTo action and nothing else. `/Next` could chain another action; nested dictionaries and
 * strings could hide where this one ends, and a jump needs neither.
 */
function isJump(value: string): boolean {
  const [dictionary = ''] = value.slice(2).split('>>', 1);
  const types = dictionary.match(actionType) ?? [];
  return types.length === 1 && goTo.test(dictionary) && !/[(<]/.test(dictionary) && !next.test(dictionary);
}

/** The beginnings of all objects of this number, in all revisions. */
function objectsOf(number: number, text: string, streams: readonly ObjectStream[]): string[] {
  const direct = [...text.matchAll(new RegExp(`(?<!\\d)${number}\\s+\\d+\\s+obj\\s*`, 'g'))].map((found) => {
    const start = found.index + found[0].length;
    return text.slice(start, start + 2000).split('endobj', 1)[0] ?? '';
  });
  const packed = streams.flatMap(({ text: source, first }) => {
    const places = source.slice(0, first).trim().split(/\s+/).map(Number);
    const at = places.findIndex((value, index) => index % 2 === 0 && value === number);
    if (at < 0) return [];
    const end = places[at + 3];
    return [source.slice(first + (places[at + 1] ?? 0), end === undefined ? undefined : first + end).trim()];
  });
  return [...direct, ...packed];
}
