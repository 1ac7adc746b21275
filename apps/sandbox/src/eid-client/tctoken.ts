import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';

export type TcToken = {
  serverAddress: string;
  sessionIdentifier: string;
  refreshAddress: string;
  communicationErrorAddress: string | null;
  psk: string;
};

/** What the person's browser gets when a token is not usable; `errorAddress` when the token named one. */
export class TokenError extends Error {
  readonly errorAddress: string | null;
  constructor(message: string, errorAddress: string | null = null) {
    super(message);
    this.errorAddress = errorAddress;
  }
}

const order = [
  'ServerAddress',
  'SessionIdentifier',
  'RefreshAddress',
  'CommunicationErrorAddress',
  'Binding',
  'PathSecurity-Protocol',
  'PathSecurity-Parameters',
];

/** https; plain http on this machine only (what the real app calls developer mode). */
export function isTrustedAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
}

/** Fetches the token without cookies, following redirects to trusted addresses only. Returns it with the origin that gave it. */
export async function fetchTcToken(tcTokenUrl: string): Promise<{ token: TcToken; origin: string }> {
  let address = tcTokenUrl;
  for (let hop = 0; hop < 5; hop += 1) {
    if (!isTrustedAddress(address)) throw new TokenError('Die Adresse des Dienstes ist nicht sicher.');
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(10_000) }).catch(
      () => {
        throw new TokenError('Der Dienst ist nicht erreichbar.');
      },
    );
    const next = answer.headers.get('location');
    if ([302, 303, 307].includes(answer.status) && next !== null) {
      address = new URL(next, address).href;
      continue;
    }
    if (answer.status !== 200) throw new TokenError(`Der Dienst antwortet mit ${answer.status}.`);
    return { token: parseTcToken(await answer.text()), origin: new URL(address).origin };
  }
  throw new TokenError('Der Dienst leitet zu oft weiter.');
}

/** Reads a token as strictly as the real app: element order, binding, key. Throws `TokenError`. */
export function parseTcToken(xml: string): TcToken {
  let root: Element | null = null;
  try {
    if (!/<!DOCTYPE/i.test(xml)) {
      root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml').documentElement;
    }
  } catch {
    // Not XML: handled like a wrong root element below.
  }
  if (root?.nodeName !== 'TCTokenType' || root.namespaceURI) throw new TokenError('Kein TcToken.');
  const children = Array.from(root.childNodes).filter((node): node is Element => node.nodeType === 1);
  const text = (name: string): string =>
    children.find((item) => item.nodeName === name)?.textContent?.trim() ?? '';
  const errorAddress = isTrustedAddress(text('CommunicationErrorAddress'))
    ? text('CommunicationErrorAddress')
    : null;
  const fail = (message: string): never => {
    throw new TokenError(message, errorAddress);
  };

  let last = -1;
  for (const item of children) {
    const at = order.indexOf(item.nodeName);
    if (at <= last) fail(`TcToken: ${item.nodeName} steht nicht an seinem Platz.`);
    last = at;
  }
  if (text('RefreshAddress') === '') fail('Der Dienst konnte den Vorgang nicht beginnen.');
  if (!isTrustedAddress(text('RefreshAddress'))) fail('TcToken: RefreshAddress ist nicht sicher.');
  if (!isTrustedAddress(text('ServerAddress'))) fail('TcToken: ServerAddress ist nicht sicher.');
  if (text('SessionIdentifier') === '') fail('TcToken: SessionIdentifier fehlt.');
  if (text('Binding') !== 'urn:liberty:paos:2006-08') fail('TcToken: Binding ist unbekannt.');
  if (text('PathSecurity-Protocol') !== 'urn:ietf:rfc:4279')
    fail('TcToken: PathSecurity-Protocol ist unbekannt.');
  if (!/^([0-9a-fA-F]{2})+$/.test(text('PathSecurity-Parameters')))
    fail('TcToken: PSK ist nicht hexadezimal.');
  return {
    serverAddress: text('ServerAddress'),
    sessionIdentifier: text('SessionIdentifier'),
    refreshAddress: text('RefreshAddress'),
    communicationErrorAddress: errorAddress,
    psk: text('PathSecurity-Parameters'),
  };
}
