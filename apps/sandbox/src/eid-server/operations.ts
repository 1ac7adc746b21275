import type { Element } from '@xmldom/xmldom';
import { type Attribute, attributes, dataGroup, element, escapeXml, isOfAge } from './attributes.ts';
import {
  endSession,
  findSession,
  mediums,
  openSession,
  type Session,
  settings,
  type Wish,
} from './sessions.ts';
import { child, childText, elements, namespaces } from './xml.ts';

/** Answers one verified request: the element for the SOAP Body. Unknown or malformed requests give `schemaViolation`. */
export function answer(request: Element): string {
  if (request.namespaceURI !== namespaces.eid) return failure('useIDResponse', 'common#schemaViolation');
  switch (request.localName) {
    case 'useIDRequest':
      return useId(request);
    case 'getResultRequest':
      return getResult(request);
    case 'getServerInfoRequest':
      return serverInfo();
    default:
      return failure('useIDResponse', 'common#schemaViolation');
  }
}

/** An answer that says no. `minor` without the prefix of the standard. */
export function failure(name: string, minor: string): string {
  return root(
    name,
    `<dss:Result><ResultMajor>http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error</ResultMajor>` +
      `<ResultMinor>http://www.bsi.bund.de/eid/server/2.0/resultminor/${minor}</ResultMinor>` +
      `<ResultMessage>${escapeXml(minor)}</ResultMessage></dss:Result>`,
  );
}

const ok =
  '<dss:Result><ResultMajor>http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok</ResultMajor></dss:Result>';

function root(name: string, content: string): string {
  return `<eid:${name} xmlns:eid="${namespaces.eid}" xmlns:dss="${namespaces.dss}">${content}</eid:${name}>`;
}

const orderOfUseId = [
  'UseOperations',
  'AgeVerificationRequest',
  'PlaceVerificationRequest',
  'TransactionInfo',
  'TransactionAttestationRequest',
  'LevelOfAssuranceRequest',
  'EIDTypeRequest',
  'PSK',
];

function useId(request: Element): string {
  const no = (minor: string): string => failure('useIDResponse', minor);
  if (!inOrder(request, orderOfUseId)) return no('common#schemaViolation');
  const wish = readWish(request);
  if (wish === null) return no('common#schemaViolation');
  if (wish.operations.AgeVerification !== undefined && wish.age === null) return no('useID#missingArgument');
  if (wish.operations.PlaceVerification !== undefined && wish.communityId === null) {
    return no('useID#missingArgument');
  }
  if (attributes.some((name) => wish.operations[name] !== undefined && !settings.rights.includes(name))) {
    return no('useID#missingTerminalRights');
  }
  const psk = child(request, 'PSK');
  const own = psk && { id: childText(psk, 'ID') ?? '', key: childText(psk, 'Key') ?? '' };
  const session = openSession(wish, own ?? null);
  if (typeof session === 'string') return no(session);
  const sent =
    settings.misbehave === 'other_psk' ? { id: session.psk.id, key: 'ab'.repeat(32) } : session.psk;
  return root(
    'useIDResponse',
    `<eid:Session>${element('ID', session.id)}</eid:Session>` +
      `<eid:PSK>${element('ID', sent.id)}${element('Key', sent.key)}</eid:PSK>${ok}`,
  );
}

function readWish(request: Element): Wish | null {
  const list = child(request, 'UseOperations');
  if (list === undefined || !inOrder(list, attributes)) return null;
  const wish: Wish = {
    operations: {},
    age: null,
    communityId: childText(child(request, 'PlaceVerificationRequest'), 'CommunityID'),
    transactionInfo: childText(request, 'TransactionInfo') ?? '',
    mediums: readMediums(child(request, 'EIDTypeRequest')),
  };
  for (const item of elements(list)) {
    const value = item.textContent?.trim() || 'PROHIBITED';
    if (value === 'REQUIRED' || value === 'ALLOWED') wish.operations[item.localName as Attribute] = value;
    else if (value !== 'PROHIBITED') return null;
  }
  const age = childText(child(request, 'AgeVerificationRequest'), 'Age');
  if (age !== null) {
    if (!/^\d{1,3}$/.test(age)) return null;
    wish.age = Number(age);
  }
  if (wish.communityId !== null && !/^\d{4,14}$/.test(wish.communityId)) return null;
  return wish;
}

/** Left out, every kind may answer; a kind that is not named is denied. */
function readMediums(request: Element | undefined): Wish['mediums'] {
  if (request === undefined) return mediums;
  return mediums.filter((name) => childText(request, name) === 'ALLOWED');
}

function getResult(request: Element): string {
  const no = (minor: string): string => failure('getResultResponse', minor);
  const id = childText(child(request, 'Session'), 'ID');
  const counter = Number(childText(request, 'RequestCounter'));
  const isWritten = child(request, 'RequestCounter') !== undefined && Number.isInteger(counter);
  if (id === null || !isWritten || !inOrder(request, ['Session', 'RequestCounter'])) {
    // Whatever was wrong, the session ends with it (test bed A1_4_15).
    if (id !== null) endSession(id);
    return no('common#schemaViolation');
  }
  const session = findSession(id);
  if (session === undefined) return no('getResult#invalidSession');
  if (counter !== session.counter + 1) {
    endSession(id);
    return no('getResult#invalidCounter');
  }
  session.counter = counter;
  if (session.state.kind === 'open') return no('getResult#noResultYet');
  endSession(id);
  if (session.state.kind === 'failed') return no(session.state.minor);
  return root('getResultResponse', personal(session, session.state.person, session.state.unticked) + ok);
}

function personal(
  session: Session,
  person: Parameters<typeof dataGroup>[1],
  unticked: readonly Attribute[],
): string {
  const { wish } = session;
  const groups: string[] = [];
  const allowed: string[] = [];
  for (const name of attributes) {
    const asked = wish.operations[name];
    if (asked === undefined || unticked.includes(name)) {
      allowed.push(element(name, 'PROHIBITED'));
      continue;
    }
    const isCheck = name === 'AgeVerification' || name === 'PlaceVerification';
    const group = isCheck ? '' : dataGroup(name, person, settings.sectorChanges);
    if (group !== null) groups.push(group);
    allowed.push(element(name, group === null ? 'NOTONCHIP' : 'ALLOWED'));
  }
  const check = (name: 'AgeVerification' | 'PlaceVerification', fulfils: boolean): string =>
    wish.operations[name] === undefined || unticked.includes(name)
      ? ''
      : `<eid:Fulfils${name}>${element('FulfilsRequest', String(fulfils))}</eid:Fulfils${name}>`;
  return (
    `<eid:PersonalData>${groups.join('')}</eid:PersonalData>` +
    check('AgeVerification', isOfAge(person.card.dateOfBirth, wish.age ?? 0, new Date())) +
    check('PlaceVerification', (person.card.communityId ?? '').startsWith(wish.communityId ?? '-')) +
    `<eid:OperationsAllowedByUser>${allowed.join('')}</eid:OperationsAllowedByUser>` +
    (settings.levelOfAssurance === 'none'
      ? ''
      : element('LevelOfAssuranceResult', `http://bsi.bund.de/eID/LoA/${settings.levelOfAssurance}`)) +
    `<eid:EIDTypeResponse>${element(person.medium ?? 'CardCertified', 'USED')}</eid:EIDTypeResponse>`
  );
}

function serverInfo(): string {
  const version = `${element('VersionString', 'Sandbox 2.4.0')}${element('Major', '2')}${element('Minor', '4')}${element('Bugfix', '0')}`;
  const rights = attributes.map((name) =>
    element(name, settings.rights.includes(name) ? 'ALLOWED' : 'PROHIBITED'),
  );
  return root(
    'getServerInfoResponse',
    `<eid:ServerVersion>${version}</eid:ServerVersion>` +
      `<eid:DocumentVerificationRights>${rights.join('')}</eid:DocumentVerificationRights>`,
  );
}

/** True when all children are known, each at most once, in the order of the schema. */
function inOrder(parent: Element, names: readonly string[]): boolean {
  let last = -1;
  return elements(parent).every((item) => {
    const at = names.indexOf(item.localName ?? '');
    const isNext = at > last && item.namespaceURI === namespaces.eid;
    last = at;
    return isNext;
  });
}
