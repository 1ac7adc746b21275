import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const file = z.string();

/** An identity provider, and the product's own pair there. */
const samlSchema = z.object({
  entityId: z.string(),
  loginUrl: z.string(),
  cert: file,
  own: z.object({ key: file, cert: file }),
});

/** What the product reads of `sandbox.json`: where the outside world of a development machine is. Files are absolute paths of PEM texts. */
const endpointsSchema = z.object({
  ca: file,
  eid: z.object({
    endpoint: z.string(),
    serverAddress: z.string(),
    clientUrl: z.string(),
    tls: z.object({ key: file, cert: file }),
    signing: z.object({ key: file, cert: file }),
    serverSigningCert: file,
  }),
  bundid: samlSchema,
  muk: samlSchema,
  register: z.object({ endpoint: z.string(), tls: z.object({ key: file, cert: file }) }),
  fitConnect: z.object({
    tokenUrl: z.string(),
    submissionApi: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    destinations: z.record(z.string(), z.string()),
  }),
  push: z.object({ host: z.string() }),
  mail: z.object({ host: z.string(), port: z.number() }),
  scanner: z.object({ host: z.string(), port: z.number() }).optional(),
  staff: z.object({ issuer: z.string(), clientId: z.string(), clientSecret: z.string() }),
});
export type SandboxEndpoints = z.infer<typeof endpointsSchema>;

/** The sandbox's endpoints, where one is configured. Throws when its folder holds none: start it first. */
export function sandboxEndpoints(dir: string | undefined): SandboxEndpoints | undefined {
  if (dir === undefined) return undefined;
  return endpointsSchema.parse(JSON.parse(readFileSync(join(dir, 'sandbox.json'), 'utf8')));
}
