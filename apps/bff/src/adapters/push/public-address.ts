import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { BlockList, isIPv4, isIPv6, type LookupFunction } from 'node:net';

/** As `dns.lookup` with `all`: every address of a name. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A name leads to a machine that only our side of the network reaches. */
export class PrivateAddress extends Error {
  constructor() {
    super('the name leads to an address that is not public');
    this.name = 'PrivateAddress';
  }
}

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8, 'ipv4');
thisMachine.addAddress('::1', 'ipv6');

/** What IANA keeps for networks of one's own, for tests, groups and translators: no push service has such an address. */
const reserved4 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  reserved4.addSubnet(net, bits, 'ipv4');

/** Public IPv6 begins with 2 or 3; in there lie what wraps IPv4 (Teredo, 6to4) and what is for books. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const reserved6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  reserved6.addSubnet(net, bits, 'ipv6');

/** Whether anybody on the internet reaches this address; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved4.check(address, 'ipv4');
  return isIPv6(address) && global6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6');
}

/**
 * Looks names up for a connection, and refuses at that moment whatever leads inside: asking before and connecting later
 * would give a name time to change (DNS rebinding). One inner address among others is enough to refuse.
 * @param loopback lets names lead to this machine, where the sandbox's push service is
 */
export function publicLookup({
  loopback,
  resolve = lookup,
}: {
  loopback: boolean;
  resolve?: Resolve | undefined;
}): LookupFunction {
  const isFine = ({ address, family }: LookupAddress): boolean =>
    isPublicAddress(address) || (loopback && thisMachine.check(address, family === 6 ? 'ipv6' : 'ipv4'));
  return (name, options, found) =>
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return found(error ?? new Error('no address'), '');
      if (!addresses.every(isFine)) return found(new PrivateAddress(), '');
      return options.all ? found(null, addresses) : found(null, first.address, first.family);
    });
}
