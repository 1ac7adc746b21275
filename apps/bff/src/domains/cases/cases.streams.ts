import type { SessionId, StaffActor } from '@jena/shared/kernel';
import type { Store } from '../../platform/db/store.ts';
import type { Log } from '../../platform/log.ts';
import type { CasesDeps } from './cases.deps.ts';
import { type CountMemo, queueCounts } from './cases.queues.ts';

/** Changes that come within this time are told together. */
const coalesceMs = 1000;
/** How often a session is looked at, a proxy is kept awake, and what another process changed is found. */
const beatMs = 15_000;

/** `counts`: numbers alone. `over`: the session ended. `elsewhere`: another tab of the session listens now. */
export type StreamMessage = { event: 'counts' | 'over' | 'elsewhere' | 'beat'; id?: string; data: string };

type Listener = {
  actor: StaffActor;
  /** False when the session has ended; asking must not keep it alive. */
  isThere: () => Promise<boolean>;
  send: (message: StreamMessage) => Promise<void>;
  /** What this listener heard last, also before its connection broke. */
  heard: string;
  hangUp: () => void;
};

type StreamDeps = { cases: CasesDeps; store: Store; log: Log };

/**
 * Live counts of the work queues: one stream a session, changes of a second told together, and only when numbers
 * differ. Nothing about a person is ever in it.
 */
export function createQueueStreams({ cases, store, log }: StreamDeps) {
  const listeners = new Map<SessionId, Listener>();
  let timer: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;

  async function tell(listener: Listener, memo: CountMemo): Promise<void> {
    const data = JSON.stringify(await queueCounts(cases, store.read, listener.actor, memo));
    if (data === listener.heard) return;
    listener.heard = data;
    await listener.send({ event: 'counts', id: markOf(data), data });
  }

  async function tellAll(): Promise<void> {
    const memo: CountMemo = new Map();
    for (const listener of [...listeners.values()]) {
      try {
        await tell(listener, memo);
      } catch (error) {
        log.error({ err: error }, 'counts could not be told');
      }
    }
  }

  function wake(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void tellAll();
    }, coalesceMs).unref();
  }

  async function lookAround(): Promise<void> {
    for (const [sessionId, listener] of [...listeners]) {
      const there = await listener.isThere().catch(() => true);
      if (there) await listener.send({ event: 'beat', data: '' });
      else await letGo(sessionId, listener, 'over');
    }
    wake();
  }

  async function letGo(sessionId: SessionId, listener: Listener, event: 'over' | 'elsewhere'): Promise<void> {
    if (listeners.get(sessionId) === listener) leave(sessionId, listener);
    await listener.send({ event, data: '' }).catch(() => undefined);
    listener.hangUp();
  }

  function leave(sessionId: SessionId, listener: Listener): void {
    if (listeners.get(sessionId) === listener) listeners.delete(sessionId);
    if (listeners.size > 0) return;
    clearInterval(beat);
    clearTimeout(timer);
    stopListening?.();
    [beat, timer, stopListening] = [undefined, undefined, undefined];
  }

  return {
    /**
     * Listens until `hangUp` is called or the caller leaves. The first message comes at once, unless `lastMark` (the id
     * of the last message before a break) is of these very numbers.
     * @returns how to leave
     */
    async listen(given: Omit<Listener, 'heard'>, lastMark: string | undefined): Promise<() => void> {
      const { sessionId } = given.actor;
      const before = listeners.get(sessionId);
      const listener: Listener = { ...given, heard: '' };
      listeners.set(sessionId, listener);
      if (before) await letGo(sessionId, before, 'elsewhere');
      beat ??= setInterval(() => void lookAround(), beatMs).unref();
      stopListening ??= store.onCommit(({ changesPublicData }) => changesPublicData && wake());
      const now = JSON.stringify(await queueCounts(cases, store.read, given.actor));
      if (lastMark === markOf(now)) listener.heard = now;
      await tell(listener, new Map());
      return () => leave(sessionId, listener);
    },
    /** For tests: what the clock would do by itself. */
    lookAround,
    tellAll,
    /** Hangs up on everybody, so that the server can stop; browsers come back to the next process. */
    close(): void {
      for (const [sessionId, listener] of [...listeners]) {
        leave(sessionId, listener);
        listener.hangUp();
      }
    },
  };
}

export type QueueStreams = ReturnType<typeof createQueueStreams>;

/** A short name of what was told, for `Last-Event-ID`: FNV-1a over text that holds numbers and slugs alone. */
function markOf(data: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < data.length; index++) {
    hash = Math.imul(hash ^ data.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
