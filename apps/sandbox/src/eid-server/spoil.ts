import type { Misbehaviour } from './sessions.ts';
import { type SignOptions, sign, unsignedEnvelope } from './ws-security.ts';

/** Signs an answer rightly, or spoils it in one of the ways a client must notice. */
export function seal(body: string, how: Misbehaviour, own: SignOptions, strangerKey: string): string {
  const envelope = unsignedEnvelope(body, own.at);
  switch (how) {
    case 'unsigned':
      return envelope;
    case 'stranger':
      return sign(envelope, { ...own, key: strangerKey });
    case 'stale':
      return sign(unsignedEnvelope(body, new Date(own.at.getTime() - 11 * 60_000)), own);
    case 'doctype':
      return `<!DOCTYPE lol [<!ENTITY a "aaaa">]>${sign(envelope, own)}`;
    case 'altered':
      return sign(envelope, own).replace(/(?<=<eid:ID>)./, (first) => (first === '0' ? '1' : '0'));
    case 'two_signatures': {
      const signed = sign(envelope, own);
      const signature = /<ds:Signature.*<\/ds:Signature>/s.exec(signed)?.[0] ?? '';
      return signed.replace('</wsse:Security>', `${signature}</wsse:Security>`);
    }
    case 'wrapped':
    case 'wrapped_twin': {
      // The signed Body moves into the header, a forged one takes its place.
      const signed = sign(envelope, own);
      const real = /<env:Body.*<\/env:Body>/s.exec(signed)?.[0] ?? '';
      const zeroed = real.replaceAll(/<eid:ID>[^<]*/g, `<eid:ID>${'0'.repeat(32)}`);
      const forged = how === 'wrapped' ? zeroed.replace('Body-1', 'Body-2') : zeroed;
      return signed
        .replace(real, forged)
        .replace('</env:Header>', `<x:Old xmlns:x="urn:x">${real}</x:Old></env:Header>`);
    }
    case 'huge':
      return `${sign(envelope, own)}<!--${'x'.repeat(2_000_000)}-->`;
    case 'not_xml':
      return '<html><body>502 Bad Gateway</body></html>';
    case 'none':
    case 'other_psk':
      return sign(envelope, own);
  }
}
