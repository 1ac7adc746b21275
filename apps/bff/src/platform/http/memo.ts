import { createHash } from 'node:crypto';

/** A kept answer. The body is text: Node writes it together with the headers, in one go. */
export type MemoEntry = {
  version: number;
  until: number;
  body: string;
  headers: Record<string, string>;
  etag: string;
};

export type Memo = {
  /** The kept answer for an address, if nothing public changed since. */
  find(url: string): MemoEntry | undefined;
  /** The same as a response; "not modified" for those who have it. */
  answer(url: string, ifNoneMatch: string | null): Response | undefined;
  /** Keeps a good answer and hands it on; `version` is `current()` from before it was made, `always` goes on every answer. */
  keep(url: string, version: number, response: Response, always: Record<string, string>): Promise<Response>;
  current(): number;
  /** Forgets everything: public data changed. */
  forget(): void;
  size(): number;
};

/** True when the caller's If-None-Match names this version. */
export function hasAlready(ifNoneMatch: string | null | undefined, etag: string): boolean {
  return ifNoneMatch?.split(', ').includes(etag) ?? false;
}

/**
 * Keeps whole answers to public questions, by address: cheaper than reading the database again.
 * Only for answers that are the same for everyone.
 * @param options `entries` bounds the memory, `seconds` how long another process's writes may stay unseen
 */
export function createMemo(options: {
  now: () => number;
  entries?: number;
  bytes?: number;
  seconds?: number;
}): Memo {
  const { now, entries = 500, bytes = 256 * 1024, seconds = 30 } = options;
  const kept = new Map<string, MemoEntry>();
  let version = 0;

  function find(url: string): MemoEntry | undefined {
    const entry = kept.get(url);
    if (entry === undefined) return undefined;
    if (entry.version === version && entry.until >= now()) return entry;
    kept.delete(url);
    return undefined;
  }

  function respond(entry: MemoEntry, ifNoneMatch: string | null): Response {
    if (hasAlready(ifNoneMatch, entry.etag)) {
      return new Response(null, { status: 304, headers: entry.headers });
    }
    return new Response(entry.body, { status: 200, headers: entry.headers });
  }

  return {
    find,
    answer(url, ifNoneMatch) {
      const entry = find(url);
      return entry && respond(entry, ifNoneMatch);
    },
    async keep(url, madeAt, response, always) {
      if (response.status !== 200 || response.headers.has('set-cookie')) return response;
      const body = await response.text();
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      const type = response.headers.get('content-type') ?? 'application/json';
      const headers = {
        ...always,
        'content-type': type,
        // Said in advance, or Node sends the answer in chunks.
        'content-length': String(Buffer.byteLength(body)),
        etag,
        'cache-control': 'no-cache',
      };
      const entry = { version: madeAt, until: now() + seconds * 1000, body, headers, etag };
      if (body.length <= bytes && madeAt === version) {
        const oldest = kept.size >= entries ? kept.keys().next().value : undefined;
        if (oldest !== undefined) kept.delete(oldest);
        kept.set(url, entry);
      }
      return respond(entry, null);
    },
    current: () => version,
    forget() {
      version += 1;
    },
    size: () => kept.size,
  };
}
