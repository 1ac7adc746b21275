import type { EidPurpose, EidQuestions, StartEidOutput } from '@jena/shared/identity';

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
  const response = await fetch('/eid/start', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-jena-client': '1' },
    body: JSON.stringify({ purpose, returnTo, questions }),
  });
  const answer = (await response.json().catch(() => ({}))) as StartEidOutput & {
    error?: { appCode: string };
  };
  if (!response.ok)
    throw Object.assign(new Error('start refused'), { data: { appCode: answer.error?.appCode } });
  location.assign(isPhone() ? answer.mobileUrl : answer.desktopUrl);
}

/** Phones and tablets reach the eID client by a link that the system hands over, computers by its local port. */
function isPhone(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad says that it is a Mac; no Mac has a touch screen.
  return /Android|iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
