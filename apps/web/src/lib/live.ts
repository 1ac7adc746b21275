import { useSyncExternalStore } from 'react';

/** What changes while the app is open and stands outside of any page. Filled by `background.ts`, drawn by the frame. */
export type Live = {
  online: boolean;
  /** Things that wait in the outbox. */
  waiting: number;
  /** Things that need the person. */
  casesToDo: number;
  unread: number;
  /** Someone is logged in on this device, as far as we know without asking. */
  loggedIn: boolean;
  /** Something of this person is on the phone: a login, a draft, something to send. */
  mine: boolean;
  /** A new version is ready: take it when the person says so. */
  acceptUpdate: (() => void) | undefined;
  /** The app can be installed; the function is missing where the system has no prompt (iOS). */
  install: { accept?: () => void; later: () => void } | undefined;
  /** The session is about to end, or just ended under the person's hands. */
  sessionEnd: SessionEnd | undefined;
};

export type SessionEnd =
  /** `total`: however busy the person is. `endsAt` in milliseconds of this device's clock. */
  { kind: 'idle' | 'total'; endsAt: number } | { kind: 'over'; why: 'time' | 'elsewhere' };

let live: Live = {
  online: true,
  waiting: 0,
  casesToDo: 0,
  unread: 0,
  loggedIn: false,
  mine: false,
  acceptUpdate: undefined,
  install: undefined,
  sessionEnd: undefined,
};
const listeners = new Set<() => void>();
const first = live;

/** Changes some of it and tells whoever draws it. */
export function setLive(change: Partial<Live>): void {
  const differs = Object.entries(change).some(([key, value]) => live[key as keyof Live] !== value);
  if (!differs) return;
  live = { ...live, ...change };
  for (const listener of listeners) listener();
}

export function getLive(): Live {
  return live;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLive(): Live {
  return useSyncExternalStore(
    subscribe,
    () => live,
    () => first,
  );
}
