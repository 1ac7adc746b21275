import { connect } from 'node:tls';
import { isTrustedAddress, type TcToken } from './tctoken.ts';

export type ResultMinor =
  | 'trustedChannelEstablishmentFailed'
  | 'communicationError'
  | 'cancellationByUser'
  | 'serverError'
  | 'clientError';

/**
 * Where the browser goes at the end (TR-03124-1 §2.5.4): the refresh address, once it is known to belong to the
 * origin that gave the token; otherwise the address for failed communication, or null when there is none.
 */
export async function finalAddress(
  token: TcToken,
  tokenOrigin: string,
  minor: ResultMinor | null,
): Promise<string | null> {
  const refresh = await checkedRefreshAddress(token.refreshAddress, tokenOrigin);
  if (refresh !== null) return withResult(refresh, minor);
  return errorAddress(token.communicationErrorAddress, 'communicationError');
}

export function errorAddress(address: string | null, minor: ResultMinor): string | null {
  return address === null ? null : withResult(address, minor);
}

function withResult(address: string, minor: ResultMinor | null): string {
  const url = new URL(address);
  url.searchParams.set('ResultMajor', minor === null ? 'ok' : 'error');
  if (minor !== null) url.searchParams.set('ResultMinor', minor);
  return url.href;
}

/** Same origin: only the TLS certificate is looked at. Another origin: its redirects must lead to the token's. */
async function checkedRefreshAddress(start: string, origin: string): Promise<string | null> {
  let address = start;
  for (let hop = 0; hop < 10; hop += 1) {
    if (!isTrustedAddress(address)) return null;
    if (new URL(address).origin === origin) return (await hasTrustedCertificate(address)) ? address : null;
    const answer = await fetch(address, { redirect: 'manual' }).catch(() => null);
    const next = answer?.headers.get('location');
    if (!next || ![302, 303, 307].includes(answer?.status ?? 0)) return null;
    address = new URL(next, address).href;
  }
  return null;
}

function hasTrustedCertificate(address: string): Promise<boolean> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol === 'http:') return Promise.resolve(true);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port || 443), servername: hostname }, () => {
      socket.destroy();
      done(true);
    });
    socket.setTimeout(5000, () => {
      socket.destroy();
      done(false);
    });
    socket.on('error', () => done(false));
  });
}
