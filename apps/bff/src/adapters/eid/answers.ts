import type { Element } from '@xmldom/xmldom';
import { child, childText, namespaces } from '../xml/xml.ts';
import { cardFromPersonalData } from './card.ts';
import { EidError, type EidMinor, eidMinors } from './errors.ts';
import {
  type EidPending,
  type EidResult,
  type EidServerInfo,
  eidAttributes,
  eidMediums,
  type Psk,
  type UseIdResult,
} from './port.ts';
import { levelFromUri } from './requests.ts';

const minorPrefix = 'http://www.bsi.bund.de/eid/server/2.0/resultminor/';
const okMajor = 'http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok';

const isMinor = (text: string): text is EidMinor => (eidMinors as readonly string[]).includes(text);

/** Demands the expected kind of answer and `ResultMajor` ok; otherwise throws the server's own reason. */
function expectOk(answer: Element, name: string): void {
  if (answer.localName !== name || answer.namespaceURI !== namespaces.eid)
    throw new EidError('unknown_answer');
  const result = child(answer, 'Result');
  if (childText(result, 'ResultMajor') === okMajor) return;
  const minor = childText(result, 'ResultMinor') ?? '';
  // Servers also say `getResult#internalError` and `getResult#schemaViolation`; the standard knows them as common alone.
  const reason = minor.startsWith(minorPrefix)
    ? minor.slice(minorPrefix.length).replace(/^\w+#(?=internalError$|schemaViolation$)/, 'common#')
    : '';
  if (!isMinor(reason)) throw new EidError('unknown_answer');
  throw new EidError(reason);
}

/** `sent`: a key of our own must come back unchanged. */
export function readUseId(answer: Element, fallbackAddress: string, sent: Psk | undefined): UseIdResult {
  expectOk(answer, 'useIDResponse');
  const sessionId = childText(child(answer, 'Session'), 'ID');
  const id = childText(child(answer, 'PSK'), 'ID');
  const key = childText(child(answer, 'PSK'), 'Key');
  if (sessionId === null || id === null || key === null) throw new EidError('unknown_answer');
  if (!/^[0-9a-fA-F]{32,}$/.test(sessionId)) throw new EidError('unknown_answer', 'session id too weak');
  if (!/^([0-9a-fA-F]{2}){16,}$/.test(key)) throw new EidError('unknown_answer', 'key too weak');
  if (sent !== undefined && (sent.id !== id || sent.key.toLowerCase() !== key.toLowerCase())) {
    throw new EidError('untrusted_answer', 'another key came back');
  }
  const serverAddress = childText(answer, 'eCardServerAddress') ?? fallbackAddress;
  return { sessionId, psk: { id, key }, serverAddress };
}

export function readResult(answer: Element): EidResult | EidPending {
  try {
    expectOk(answer, 'getResultResponse');
  } catch (error) {
    if (error instanceof EidError && error.reason === 'getResult#noResultYet') return { pending: true };
    throw error;
  }
  const data = child(answer, 'PersonalData');
  const restricted = child(data, 'RestrictedID');
  // The standard's own example names the level `LevelOfAssuranceResponse`; servers differ.
  const level = childText(answer, 'LevelOfAssuranceResult') ?? childText(answer, 'LevelOfAssuranceResponse');
  return {
    pending: false,
    card: cardFromPersonalData(data),
    more: {
      issuingState: childText(data, 'IssuingState'),
      artisticName: childText(data, 'ArtisticName'),
      communityId: childText(data, 'CommunityID'),
      residencePermit: childText(data, 'ResidencePermitI'),
    },
    restrictedId: hex(childText(restricted, 'ID')),
    restrictedIdBefore: hex(childText(restricted, 'ID2')),
    fulfilsAge: yesOrNo(child(answer, 'FulfilsAgeVerification')),
    fulfilsPlace: yesOrNo(child(answer, 'FulfilsPlaceVerification')),
    operations: readOperations(child(answer, 'OperationsAllowedByUser')),
    levelOfAssurance: levelFromUri(level),
    medium: readMedium(child(answer, 'EIDTypeResponse')),
  };
}

export function readServerInfo(answer: Element): EidServerInfo {
  if (answer.localName !== 'getServerInfoResponse') expectOk(answer, 'getServerInfoResponse');
  const version = childText(child(answer, 'ServerVersion'), 'VersionString');
  const rights = child(answer, 'DocumentVerificationRights');
  if (version === null || rights === undefined) throw new EidError('unknown_answer');
  return { version, rights: eidAttributes.filter((name) => childText(rights, name) === 'ALLOWED') };
}

function readOperations(list: Element | undefined): EidResult['operations'] {
  const operations: EidResult['operations'] = {};
  for (const name of eidAttributes) {
    const value = childText(list, name);
    if (value === 'ALLOWED' || value === 'PROHIBITED' || value === 'NOTONCHIP') operations[name] = value;
  }
  return operations;
}

function readMedium(types: Element | undefined): EidResult['medium'] {
  return eidMediums.find((name) => childText(types, name) === 'USED') ?? null;
}

function hex(value: string | null): string | null {
  if (value === null) return null;
  if (!/^([0-9a-fA-F]{2})+$/.test(value)) throw new EidError('unknown_answer', 'pseudonym is not hex');
  return value.toLowerCase();
}

function yesOrNo(element: Element | undefined): boolean | null {
  const value = childText(element, 'FulfilsRequest');
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  return null;
}
