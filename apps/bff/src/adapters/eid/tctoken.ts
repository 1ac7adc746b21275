/** What the eID client is told at the start (BSI TR-03124-1 §2.5.1). */
export type TcToken = {
  serverAddress: string;
  /** PSK/ID of useID. */
  sessionIdentifier: string;
  refreshAddress: string;
  communicationErrorAddress: string;
  /** PSK/Key of useID, hex. */
  psk: string;
};

/** Headers under which a TcToken is answered. */
export const tcTokenHeaders = {
  'content-type': 'text/xml; charset=utf-8',
  'cache-control': 'no-store',
} as const;

/** The TcToken as XML, elements in the order of the standard. Throws RangeError when the key is not hex. */
export function buildTcToken(token: TcToken): string {
  if (!/^([0-9a-fA-F]{2})+$/.test(token.psk)) throw new RangeError('the key of a TcToken is written in hex');
  return render({
    ServerAddress: token.serverAddress,
    SessionIdentifier: token.sessionIdentifier,
    RefreshAddress: token.refreshAddress,
    CommunicationErrorAddress: token.communicationErrorAddress,
    psk: token.psk,
  });
}

/** A TcToken that sends the person back without a session, e.g. when the eID server could not be reached. */
export function buildErrorTcToken(communicationErrorAddress: string): string {
  return render({
    ServerAddress: '',
    SessionIdentifier: '',
    RefreshAddress: '',
    CommunicationErrorAddress: communicationErrorAddress,
    psk: null,
  });
}

type Parts = Record<
  'ServerAddress' | 'SessionIdentifier' | 'RefreshAddress' | 'CommunicationErrorAddress',
  string
> & {
  psk: string | null;
};

function render(parts: Parts): string {
  const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?><TCTokenType>',
    element('ServerAddress', parts.ServerAddress),
    element('SessionIdentifier', parts.SessionIdentifier),
    element('RefreshAddress', parts.RefreshAddress),
    element('CommunicationErrorAddress', parts.CommunicationErrorAddress),
    element('Binding', 'urn:liberty:paos:2006-08'),
    element('PathSecurity-Protocol', 'urn:ietf:rfc:4279'),
    parts.psk === null
      ? ''
      : `<PathSecurity-Parameters>${element('PSK', parts.psk)}</PathSecurity-Parameters>`,
    '</TCTokenType>',
  ].join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
