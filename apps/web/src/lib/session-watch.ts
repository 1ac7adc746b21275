import type { Me } from '@jena/shared/identity';
import { announce, onChange } from '../offline/changes.ts';
import { lastActivity } from './activity.ts';
import { expectsLogin } from './hint.ts';
import { forgetTab } from './in-tab.ts';
import { setLive } from './live.ts';
import { leaveSession } from './session.ts';
import { type Ends, endOf, endsOf, warnBefore, whatNow } from './session-clock.ts';
import { client, queryClient, trpc } from './trpc.ts';

/** A look at the clock costs nothing; a phone that slept looks as soon as it wakes. */
const lookEvery = 5_000;
/** While the warning stands, another tab may have answered it; without a network there is no use in asking more often. */
const askEvery = 20_000;

type Citizen = Extract<Me, { kind: 'citizen' }>;

let ends: Ends | undefined;
let told = 0;
let asked = 0;
let asking = false;
let timer: ReturnType<typeof setInterval> | undefined;

/** Watches over the session that this window has: tells the server that somebody types, warns before the end, notices it. */
export function watchSession(me: Citizen): void {
  told = Date.now();
  note(me);
  if (timer !== undefined) return;
  timer = setInterval(() => void look(), lookEvery);
  document.addEventListener('visibilitychange', () => void look());
  onChange((topic) => {
    if (topic === 'session') void ask();
  });
}

/** The person wants to go on: said to the server, and to the other tabs. */
export async function stayLoggedIn(): Promise<void> {
  await ask();
  announce('session');
}

async function look(): Promise<void> {
  if (!ends) return;
  const now = Date.now();
  const next = whatNow({ now, ends, active: lastActivity(), told });
  if (next !== 'rest' && now - asked >= askEvery) await ask();
}

async function ask(): Promise<void> {
  if (asking) return;
  asking = true;
  asked = Date.now();
  try {
    const me = await client.identity.me.query();
    if (me.kind === 'citizen') note(me);
    else await over(me);
  } catch {
    // Without a network there is nothing to protect here that the phone's own lock does not: the next look asks again.
  } finally {
    asking = false;
  }
}

/** The server counts activity from whole minutes on; what it answers is what holds. */
function note(me: Citizen): void {
  const now = Date.now();
  ends = endsOf(me, now);
  if (now - lastActivity() < 60_000) told = now;
  queryClient.setQueryData(trpc.identity.me.queryKey(), me);
  const end = endOf(ends);
  const kind = ends.total <= ends.idle ? ('total' as const) : ('idle' as const);
  setLive({ sessionEnd: end - now <= warnBefore ? { kind, endsAt: end } : undefined });
}

async function over(me: Exclude<Me, Citizen>): Promise<void> {
  ends = undefined;
  clearInterval(timer);
  timer = undefined;
  const wasHere = await leaveSession(me);
  // After a logout in another tab there is nothing to explain; what only this tab kept goes too.
  if (!wasHere && !expectsLogin()) forgetTab();
  const news = wasHere ? ({ kind: 'over', why: me.ended ? 'elsewhere' : 'time' } as const) : undefined;
  setLive({ sessionEnd: news });
}
