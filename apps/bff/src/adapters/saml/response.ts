import type { Element } from '@xmldom/xmldom';
import { child, childElements, childText } from '../xml/xml.ts';
import { decrypted } from './decrypt.ts';
import { bearer, ns, status } from './names.ts';
import { type SamlConfig, SamlError } from './port.ts';
import { isNamed, signedRoot } from './verify.ts';

const toleranceMs = 60_000;
/** An answer is read within this time after it was made. */
const freshMs = 5 * 60_000;
/** Who proved who they are longer ago does it again: a provider's own session may be much older. */
const provenMs = 15 * 60_000;

export type ReadAssertion = { assertion: Element; assertionId: string; requestId: string; validUntil: Date };

/**
 * Judges a Response by the rules of the Web Browser SSO profile (SAML 2.0 Profiles §4.1.4): signed by the provider,
 * meant for us, here and now; inside it exactly one encrypted assertion, signed itself, about the same request.
 * @throws SamlError
 */
export function readResponse(xml: string, config: SamlConfig, now: Date): ReadAssertion {
  const response = trusted(() => checkedResponse(xml, config, now));
  const requestId = response.getAttribute('InResponseTo') ?? '';
  refuseNo(response, requestId);
  return trusted(() => {
    const inside = decrypted(onlyAssertion(response), config.sp.key);
    const assertion = signedRoot(
      inside,
      { namespace: ns.saml, localName: 'Assertion' },
      config.idp.certs,
      now,
    );
    checkIssue(assertion, config, now);
    const validUntil = checkSubject(assertion, config, requestId, now);
    checkConditions(assertion, config, now);
    checkAuthentication(assertion, now);
    return { assertion, assertionId: assertion.getAttribute('ID') ?? '', requestId, validUntil };
  });
}

/** Whatever is not as it must be is the same to the caller: not trusted. */
function trusted<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new SamlError('untrusted', error instanceof Error ? error.message : '');
  }
}

function checkedResponse(xml: string, config: SamlConfig, now: Date): Element {
  const response = signedRoot(xml, { namespace: ns.samlp, localName: 'Response' }, config.idp.certs, now);
  checkIssue(response, config, now);
  if (response.getAttribute('Destination') !== config.sp.answerUrl) throw new Error('sent to somebody else');
  if (!/^_[0-9a-f]{32,}$/.test(response.getAttribute('InResponseTo') ?? ''))
    throw new Error('answers nothing');
  return response;
}

function checkIssue(element: Element, config: SamlConfig, now: Date): void {
  if (element.getAttribute('Version') !== '2.0') throw new Error('not SAML 2.0');
  if (textOf(one(element, 'Issuer')) !== config.idp.entityId) throw new Error('issued by somebody else');
  const issued = instant(element, 'IssueInstant');
  // Written so that an unreadable date (NaN) fails as well.
  if (!(issued <= now.getTime() + toleranceMs && issued >= now.getTime() - freshMs))
    throw new Error('not made now');
}

/** The provider's own no, which it signed. */
function refuseNo(response: Element, requestId: string): void {
  const code = child(child(response, 'Status'), 'StatusCode');
  const value = code?.getAttribute('Value');
  if (value === status('Success')) return;
  const detail = child(code, 'StatusCode')?.getAttribute('Value');
  if (detail === status('NoAuthnContext')) throw new SamlError('level_too_low', '', requestId);
  const cancelled = detail === status('AuthnFailed') || detail === status('RequestDenied');
  throw new SamlError(cancelled ? 'cancelled' : 'refused', '', requestId);
}

function onlyAssertion(response: Element): Element {
  const inside = childElements(response).filter(({ localName }) => localName?.endsWith('Assertion'));
  const [encrypted] = inside;
  if (inside.length !== 1 || encrypted === undefined || !isNamed(encrypted, ns.saml, 'EncryptedAssertion')) {
    throw new Error('not exactly one assertion, encrypted');
  }
  return encrypted;
}

/** Who may bring the assertion, where, until when, and as the answer to what. */
function checkSubject(assertion: Element, config: SamlConfig, requestId: string, now: Date): Date {
  const confirmation = one(one(assertion, 'Subject'), 'SubjectConfirmation');
  if (confirmation.getAttribute('Method') !== bearer) throw new Error('confirmed in another way');
  const data = one(confirmation, 'SubjectConfirmationData');
  if (data.getAttribute('Recipient') !== config.sp.answerUrl) throw new Error('for another recipient');
  if (data.getAttribute('InResponseTo') !== requestId)
    throw new Error('the assertion answers something else');
  const until = instant(data, 'NotOnOrAfter');
  if (!(until > now.getTime() - toleranceMs)) throw new Error('too late');
  return new Date(until + toleranceMs);
}

function checkConditions(assertion: Element, config: SamlConfig, now: Date): void {
  const conditions = one(assertion, 'Conditions');
  if (!(instant(conditions, 'NotBefore') <= now.getTime() + toleranceMs)) throw new Error('too early');
  if (!(instant(conditions, 'NotOnOrAfter') > now.getTime() - toleranceMs)) throw new Error('too late');
  const audiences = childElements(one(conditions, 'AudienceRestriction')).map(textOf);
  if (!audiences.includes(config.sp.entityId)) throw new Error('for another audience');
}

function checkAuthentication(assertion: Element, now: Date): void {
  const at = instant(one(assertion, 'AuthnStatement'), 'AuthnInstant');
  if (!(at <= now.getTime() + toleranceMs && at >= now.getTime() - provenMs))
    throw new Error('not proven now');
}

/** The one child of this name; two would be read differently by different readers. */
function one(parent: Element, name: string): Element {
  const [found, ...more] = childElements(parent).filter((element) => isNamed(element, ns.saml, name));
  if (found === undefined || more.length > 0) throw new Error(`not exactly one ${name}`);
  return found;
}

const textOf = (element: Element): string => element.textContent?.trim() ?? '';

/** A time in UTC, as SAML demands; NaN when it is none. */
function instant(element: Element, name: string): number {
  const text = element.getAttribute(name) ?? '';
  return text.endsWith('Z') ? Date.parse(text) : Number.NaN;
}

/** The level class that the provider states for this login. */
export function contextClass(assertion: Element): string | null {
  return childText(child(child(assertion, 'AuthnStatement'), 'AuthnContext'), 'AuthnContextClassRef');
}

/** The XML in the posted field. @throws SamlError untrusted when it is no base64 */
export function decodeResponse(posted: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(posted)) throw new SamlError('untrusted', 'not base64');
  return Buffer.from(posted, 'base64').toString('utf8');
}
