import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPush } from './adapter.ts';
import { isPublicAddress, type Resolve } from './public-address.ts';
import { browserSubscription } from './recording.testkit.ts';
import { browserPushHosts } from './settings.ts';
import { createVapidKeys } from './vapid.ts';

const config = {
  vapid: { ...createVapidKeys(), subject: 'mailto:betrieb@jena.example' },
  allowedHosts: browserPushHosts,
  timeoutMs: 2000,
  production: true,
};
const options = { ttl: 60, urgency: 'normal' } as const;
const { keys } = browserSubscription('a');

/** A resolver that gives these addresses for every name and remembers what it was asked. */
function leadingTo(...addresses: string[]) {
  const asked: string[] = [];
  const resolve: Resolve = (name, _options, found) => {
    asked.push(name);
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (all.length === 0) found(new Error('nowhere'), []);
    else found(null, all);
  };
  return { resolve, asked };
}

const number = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
/** One IPv4 address in all the ways that URLs know. */
const spellings = (ip: string): string[] => {
  const [a = '', b = '', c = '', d = ''] = ip.split('.');
  const parts = [a, b, c, d].map(Number);
  const to = (base: 8 | 16, prefix: string) => parts.map((part) => prefix + part.toString(base)).join('.');
  const hex = parts.map((part) => part.toString(16).padStart(2, '0'));
  return [
    ip,
    `${ip}.`,
    String(number(ip)),
    `0x${number(ip).toString(16)}`,
    to(8, '0'),
    to(16, '0x'),
    `${a}.${Number(b) * 65_536 + Number(c) * 256 + Number(d)}`,
    `${a}.${b}.${Number(c) * 256 + Number(d)}`,
    `[::ffff:${ip}]`,
    `[::ffff:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}]`,
    `[64:ff9b::${ip}]`,
    `[2002:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}::1]`,
    `${ip}.nip.io`,
    `%${a.charCodeAt(0).toString(16)}${ip.slice(1)}`,
    ip.replaceAll('.', '。'),
  ];
};
const inner = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), fc.nat(255), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), fc.nat(255), fc.nat(255)),
  fc.tuple(fc.integer({ min: 224, max: 255 }), fc.nat(255), fc.nat(255), fc.nat(255)),
);
const innerHost = fc.oneof(
  inner.map((parts) => parts.join('.')).chain((ip) => fc.constantFrom(...spellings(ip))),
  fc.constantFrom('localhost', '[::1]', '[::]', '[fe80::1]', '[fd00::1]', 'metadata.google.internal', 'db'),
);
const good = fc.constantFrom('fcm.googleapis.com', 'web.push.apple.com', 'db5p.notify.windows.com');
/** A host of ours dressed up as a push service, in every part of an address. */
const disguised = fc.oneof(
  fc
    .tuple(innerHost, good)
    .chain(([host, fine]) =>
      fc.constantFrom(
        `https://${host}/${fine}`,
        `https://${fine}@${host}/x`,
        `https://${fine}:443@${host}/x`,
        `https://${fine}%40${host}/x`,
        `https://${host}\\@${fine}`,
        `https://${host}?${fine}`,
        `https://${host}#.${fine}`,
        `https://${fine}.${host.replace(/[[\]]/g, '')}/x`,
        `https://${host}:443/${fine}`,
        `https:${host}/x`,
        `\thttps://\n${host}/x`,
      ),
    ),
  fc
    .tuple(good, fc.integer({ min: 1, max: 65_535 }))
    .chain(([fine, port]) =>
      fc.constantFrom(
        `https://${fine}:${port === 443 ? 444 : port}/x`,
        `http://${fine}/x`,
        `ftp://${fine}/x`,
        `https://somebody:secret@${fine}/x`,
        `https://${fine}./x`,
        `https://${fine}.evil.example/x`,
        `https://evil${fine}.example/x`,
        'https://evilfcm.googleapis.com/x',
        'https://x.updates.push.services.mozilla.com/x',
      ),
    ),
);

describe('an address that a browser gives for pushes', () => {
  it('is refused whenever it leads inside, however it is written', async () => {
    const { resolve, asked } = leadingTo('127.0.0.1');
    const push = createPush(config, { resolve });
    await fc.assert(
      fc.asyncProperty(disguised, async (endpoint) => {
        expect(push.accepts(endpoint), endpoint).toBe(false);
        expect(await push.send({ endpoint, keys }, 'x', options)).toBe('rejected');
      }),
      { numRuns: 1_500 },
    );
    expect(asked).toEqual([]);
  });

  it('is connected to by a name on the list alone, whatever was done to it', async () => {
    const { resolve, asked } = leadingTo();
    const push = createPush(config, { resolve });
    const piece = fc.constantFrom(
      ...'@:/\\#?.%[]&\t\n\0',
      '%2f',
      '%00',
      '。',
      '@127.0.0.1',
      ':22',
      '//10.0.0.1',
    );
    const damaged = fc
      .tuple(good, fc.array(fc.tuple(fc.nat(40), piece), { maxLength: 4 }))
      .map(([host, changes]) =>
        changes.reduce(
          (text, [at, what]) => text.slice(0, at) + what + text.slice(at),
          `https://${host}/fcm/send/abcdefgh`,
        ),
      );
    await fc.assert(
      fc.asyncProperty(damaged, async (endpoint) => {
        const sent = await push.send({ endpoint, keys }, 'x', options);
        // Nobody is reached: it is refused, or its name is asked for in vain.
        expect(sent).toEqual(push.accepts(endpoint) ? { retryAfterSeconds: 60 } : 'rejected');
      }),
      { numRuns: 400 },
    );
    const onList =
      /^(fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|.+\.(push\.apple|notify\.windows)\.com)$/;
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((name) => !onList.test(name))).toEqual([]);
  });
});

describe('a name on the list', () => {
  /** Somebody inside who listens, and how often they were reached. */
  async function reached(production: boolean, ...addresses: string[]) {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `push.example:${(server.address() as AddressInfo).port}`;
    const { resolve } = leadingTo(...addresses);
    const push = createPush({ ...config, production, allowedHosts: [host] }, { resolve });
    const outcome = await push.send({ endpoint: `https://${host}/x`, keys }, 'x', options);
    await new Promise((done) => server.close(done));
    return { outcome, connections };
  }

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['10.0.0.7']],
    [['192.168.1.1']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
    [['fd12::1']],
    [['8.8.8.8', '127.0.0.1']],
  ])('that leads to %j at the moment of connecting is not called (DNS rebinding)', async (addresses) => {
    expect(await reached(true, ...addresses)).toEqual({ outcome: 'rejected', connections: 0 });
  });

  it('may lead to this machine where the sandbox is, and nowhere else inside', async () => {
    const here = await reached(false, '127.0.0.1');
    expect(here).toEqual({ outcome: { retryAfterSeconds: 60 }, connections: 1 });
    expect(await reached(false, '10.0.0.7')).toEqual({ outcome: 'rejected', connections: 0 });
  });
});

describe('a public address', () => {
  it('is none of those that networks keep for themselves', () => {
    fc.assert(
      fc.property(inner, (parts) => {
        const ip = parts.join('.');
        expect(isPublicAddress(ip), ip).toBe(false);
        expect(isPublicAddress(`::ffff:${ip}`), ip).toBe(false);
      }),
    );
    for (const ip of ['', 'x', '1.2.3', '::', '::1', 'fe80::1', 'fc00::1', 'ff02::1', '64:ff9b::808:808'])
      expect(isPublicAddress(ip), ip).toBe(false);
    for (const ip of ['2001:db8::1', '2001::1', '2002:7f00:1::1', '3fff::1', '192.0.2.1', '198.18.0.1'])
      expect(isPublicAddress(ip), ip).toBe(false);
  });

  it('is what push services have', () => {
    // As looked up for fcm.googleapis.com, updates.push.services.mozilla.com and web.push.apple.com.
    for (const ip of ['142.250.185.106', '34.107.243.93', '17.188.143.34', '2a00:1450:4001:82a::200a'])
      expect(isPublicAddress(ip), ip).toBe(true);
  });
});
