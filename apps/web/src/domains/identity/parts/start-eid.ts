import type { EidPurpose, EidQuestions, StartEidOutput } from '@jena/shared/identity';
import { expectLogin } from '../../../lib/hint.ts';

type Start = {
  purpose: EidPurpose;
  /** A path of ours, where the browser comes back to. */
  returnTo: string;
  /** For a verification: what the card shall answer by yes or no. */
  questions?: EidQuestions;
};

/**
 * Begins what the online ID card is read for and leaves for the eID client on this device (TR-03124-1).
 * @throws TypeError without a network, Error with `data.appCode` when the server refuses
 */
export async function startEid({ purpose, returnTo, questions = {} }: Start): Promise<void> {
  const answer = await post<StartEidOutput>('/eid/start', { purpose, returnTo, questions });
  location.assign(isPhone() ? answer.mobileUrl : answer.desktopUrl);
}

/**
 * Goes on with a reading of the card that began here and ended in another browser, by the code which that one shows.
 * @throws TypeError without a network, Error with `data.appCode` when the server refuses
 */
export async function finishByCode(code: string): Promise<void> {
  const { to } = await post<{ to: string }>('/eid/code', { code });
  expectLogin();
  location.assign(to);
}

/**
 * Says where the new card belongs that waits in this browser: to the account in which somebody is logged in now, or to
 * one of its own. Gives where it goes on.
 * @throws TypeError without a network, Error with `data.appCode` when the server refuses
 */
export async function settleCard(choice: 'join' | 'begin'): Promise<string> {
  const { to } = await post<{ to: string }>('/eid/join', { choice });
  if (choice === 'begin') expectLogin();
  return to;
}

/** @throws TypeError without a network, Error with `data.appCode` when the server refuses */
export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-jena-client': '1' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => ({}))) as Answer & { error?: { appCode: string } };
  if (!response.ok) throw Object.assign(new Error('refused'), { data: { appCode: answer.error?.appCode } });
  return answer;
}

/** Phones and tablets reach the eID client by a link that the system hands over, computers by its local port. */
function isPhone(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad says that it is a Mac; no Mac has a touch screen.
  return /Android|iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
