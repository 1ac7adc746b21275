import { createHash } from 'node:crypto';
import { CompactEncrypt, type CryptoKey, type JWK } from 'jose';
import { z } from 'zod';
import { readSet } from './events.ts';
import { createApi } from './http.ts';
import { trustedKey } from './keys.ts';
import {
  type Announced,
  type FitConnectConfig,
  type Handover,
  HandoverError,
  type HandoverPort,
  type SealedHandover,
} from './port.ts';

const announcedSchema = z.object({ submissionId: z.uuid(), caseId: z.uuid() });
const destinationSchema = z.object({ destinationId: z.uuid(), encryptionKid: z.string() });
const jwkSchema = z.looseObject({ kty: z.string(), kid: z.string() });
const jwksSchema = z.object({ keys: z.array(jwkSchema) });
const logSchema = z.object({ totalCount: z.number(), eventLog: z.array(z.string()) });

const sha512 = (bytes: Buffer) => ({
  type: 'sha512',
  content: createHash('sha512').update(bytes).digest('hex'),
});
const tagOf = (jwe: string) => jwe.split('.')[4] ?? '';

/** Sender's side of FIT-Connect's submission API 2 (docs.fitko.de/fit-connect): what leaves is sealed for the destination. */
export function createFitConnect(config: FitConnectConfig, deps: { clock: { now(): Date } }): HandoverPort {
  const api = createApi(config, deps);
  const idOf = (destination: string): string => {
    const id = config.destinations[destination];
    if (id === undefined) throw new HandoverError('refused', 'no such destination');
    return id;
  };
  const seal = async (key: CryptoKey, kid: string, cty: string, plain: Buffer): Promise<string> =>
    new CompactEncrypt(plain)
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid, cty })
      .encrypt(key);

  return {
    isConfigured: true,
    knows: (destination) => Object.hasOwn(config.destinations, destination),

    async announce({ destination, service, files }) {
      const { identifier, name } = service;
      return announcedSchema.parse(
        await api.json('POST', '/v2/submissions', {
          destinationId: idOf(destination),
          publicService: { identifier: `urn:de:fim:leika:leistung:${identifier}`, name },
          announcedContentItems: { attachments: files.map(({ attachmentId }) => attachmentId) },
        }),
      );
    },

    async seal(handover: Handover): Promise<SealedHandover> {
      const id = idOf(handover.destination);
      const { encryptionKid: kid } = destinationSchema.parse(await api.json('GET', `/v2/destinations/${id}`));
      const jwk = jwkSchema.parse(
        await api.json('GET', `/v2/destinations/${id}/keys/${encodeURIComponent(kid)}`),
      );
      const key = await trustedKey(jwk as JWK, 'wrap', kid);
      const data = Buffer.from(JSON.stringify(handover.data));
      const attachments: Record<string, string> = {};
      const described: object[] = [];
      for (const { attachmentId, filename, mediaType, read } of handover.files) {
        const bytes = await read();
        attachments[attachmentId] = await seal(key, kid, mediaType, bytes);
        described.push({
          attachmentId,
          purpose: 'attachment',
          filename,
          mimeType: mediaType,
          hash: sha512(bytes),
        });
      }
      const metadata = {
        $schema: 'https://schema.fitko.de/fit-connect/metadata/1.0.0/metadata.schema.json',
        contentStructure: {
          data: {
            hash: sha512(data),
            submissionSchema: { schemaUri: handover.schemaUri, mimeType: 'application/json' },
          },
          attachments: described,
        },
      };
      const sealed = {
        metadata: await seal(key, kid, 'application/json', Buffer.from(JSON.stringify(metadata))),
        data: await seal(key, kid, 'application/json', data),
        attachments,
      };
      const tags = Object.entries(attachments).map(([name, jwe]) => [name, tagOf(jwe)] as const);
      return {
        ...sealed,
        tags: {
          metadata: tagOf(sealed.metadata),
          data: tagOf(sealed.data),
          attachments: Object.fromEntries(tags),
        },
      };
    },

    async send({ submissionId }: Announced, { metadata, data, attachments }) {
      for (const [attachmentId, jwe] of Object.entries(attachments))
        await api.put(`/v2/submissions/${submissionId}/attachments/${attachmentId}`, 'application/jose', jwe);
      const body = JSON.stringify({ encryptedMetadata: metadata, encryptedData: data });
      await api.put(`/v2/submissions/${submissionId}`, 'application/json', body);
    },

    async events(destination, announced) {
      const destinationId = idOf(destination);
      const { eventLog } = logSchema.parse(
        await api.json('GET', `/v2/cases/${announced.caseId}/events?limit=500`),
      );
      const keys = {
        destinationId,
        async service(kid: string) {
          const { keys: all } = jwksSchema.parse(await api.json('GET', '/.well-known/jwks.json'));
          const jwk = all.find((one) => one.kid === kid);
          if (!jwk) throw new HandoverError('untrusted', 'an unknown key');
          return trustedKey(jwk as JWK, 'verify', kid);
        },
        destination: async (kid: string) =>
          trustedKey(
            jwkSchema.parse(
              await api.json('GET', `/v2/destinations/${destinationId}/keys/${encodeURIComponent(kid)}`),
            ) as JWK,
            'verify',
            kid,
          ),
      };
      const read = await Promise.all(eventLog.map((token) => readSet(token, announced, keys)));
      return read.filter((event) => event !== undefined);
    },
  };
}
