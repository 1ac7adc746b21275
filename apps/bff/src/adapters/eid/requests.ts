import type { LevelOfAssurance } from '@jena/shared/kernel';
import { escapeXml, namespaces } from '../xml/xml.ts';
import { eidAttributes, eidMediums, type UseIdRequest } from './port.ts';

const levelUris: Record<LevelOfAssurance, string> = {
  normal: 'http://bsi.bund.de/eID/LoA/normal',
  substantial: 'http://bsi.bund.de/eID/LoA/substantiell',
  high: 'http://bsi.bund.de/eID/LoA/hoch',
};

/** The level behind a URI of the eID server; null for `undefined` and anything unknown. */
export function levelFromUri(uri: string | null): LevelOfAssurance | null {
  const found = Object.entries(levelUris).find(([, known]) => known === uri);
  return (found?.[0] as LevelOfAssurance | undefined) ?? null;
}

/** `eid:useIDRequest`; children in the order of TR-03130-1 §3.3. */
export function useIdRequest(request: UseIdRequest): string {
  const operations = eidAttributes.map((name) => element(name, request.operations[name] ?? 'PROHIBITED'));
  return root('useIDRequest', [
    `<eid:UseOperations>${operations.join('')}</eid:UseOperations>`,
    request.age === undefined
      ? ''
      : `<eid:AgeVerificationRequest>${element('Age', String(request.age))}</eid:AgeVerificationRequest>`,
    request.communityId === undefined
      ? ''
      : `<eid:PlaceVerificationRequest>${element('CommunityID', request.communityId)}</eid:PlaceVerificationRequest>`,
    element('TransactionInfo', request.transactionInfo),
    element('LevelOfAssuranceRequest', levelUris[request.levelOfAssurance]),
    request.mediums === undefined ? '' : mediumsRequest(request.mediums),
    request.psk === undefined
      ? ''
      : `<eid:PSK>${element('ID', request.psk.id)}${element('Key', request.psk.key)}</eid:PSK>`,
  ]);
}

export function getResultRequest(sessionId: string, counter: number): string {
  return root('getResultRequest', [
    `<eid:Session>${element('ID', sessionId)}</eid:Session>`,
    element('RequestCounter', String(counter)),
  ]);
}

export function getServerInfoRequest(): string {
  return root('getServerInfoRequest', []);
}

function mediumsRequest(mediums: NonNullable<UseIdRequest['mediums']>): string {
  const items = eidMediums.map((name) => element(name, mediums.includes(name) ? 'ALLOWED' : 'DENIED'));
  return `<eid:EIDTypeRequest>${items.join('')}</eid:EIDTypeRequest>`;
}

function element(name: string, text: string): string {
  return `<eid:${name}>${escapeXml(text)}</eid:${name}>`;
}

function root(name: string, children: string[]): string {
  return `<eid:${name} xmlns:eid="${namespaces.eid}">${children.join('')}</eid:${name}>`;
}
