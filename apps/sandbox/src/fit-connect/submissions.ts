import { createHash, randomUUID } from 'node:crypto';
import { compactDecrypt, SignJWT } from 'jose';
import { keys, type Pair } from './keys.ts';

export type Submission = {
  submissionId: string;
  caseId: string;
  destinationId: string;
  announced: string[];
  attachments: Map<string, string>;
  data: unknown;
  state: 'announced' | 'submitted' | 'accepted' | 'rejected';
  log: string[];
};

export const submissions = new Map<string, Submission>();

const tagOf = (jwe: string) => jwe.split('.')[4] ?? '';

async function token(
  one: Submission,
  event: string,
  body: object,
  by: { iss: string; pair: Pair },
): Promise<string> {
  return new SignJWT({
    txn: `case:${one.caseId}`,
    events: { [`https://schema.fitko.de/fit-connect/events/${event}`]: body },
  })
    .setProtectedHeader({ alg: 'PS512', typ: 'secevent+jwt', kid: by.pair.kid })
    .setIssuer(by.iss)
    .setSubject(`submission:${one.submissionId}`)
    .setJti(randomUUID())
    .setIssuedAt()
    .sign(by.pair.privateKey);
}

export async function announce(destinationId: string, announced: string[]): Promise<Submission> {
  const one: Submission = {
    submissionId: randomUUID(),
    caseId: randomUUID(),
    destinationId,
    announced,
    attachments: new Map(),
    data: undefined,
    state: 'announced',
    log: [],
  };
  const { service } = await keys();
  one.log.push(await token(one, 'create-submission', {}, { iss: 'sandbox', pair: service }));
  submissions.set(one.submissionId, one);
  return one;
}

const opened = async (jwe: string) => {
  const { plaintext, protectedHeader } = await compactDecrypt(jwe, (await keys()).seal.privateKey);
  if (protectedHeader.alg !== 'RSA-OAEP-256' || protectedHeader.enc !== 'A256GCM')
    throw new Error('weakly sealed');
  return Buffer.from(plaintext);
};
const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest('hex');

type Metadata = {
  contentStructure: {
    data: { hash: { content: string } };
    attachments: { attachmentId: string; hash: { content: string } }[];
  };
};

/** Takes a submission in, and lets its destination open, check and answer it. */
export async function submit(one: Submission, sealed: { metadata: string; data: string }): Promise<void> {
  const { service, sign } = await keys();
  const authenticationTags = {
    metadata: tagOf(sealed.metadata),
    data: tagOf(sealed.data),
    attachments: Object.fromEntries([...one.attachments].map(([id, jwe]) => [id, tagOf(jwe)])),
  };
  one.state = 'submitted';
  one.log.push(
    await token(one, 'submit-submission', { authenticationTags }, { iss: 'sandbox', pair: service }),
  );
  const by = { iss: one.destinationId, pair: sign };
  try {
    const metadata = JSON.parse((await opened(sealed.metadata)).toString('utf8')) as Metadata;
    const data = await opened(sealed.data);
    const { contentStructure } = metadata;
    if (sha512(data) !== contentStructure.data.hash.content) throw new Error('hash-mismatch');
    for (const { attachmentId, hash } of contentStructure.attachments)
      if (sha512(await opened(one.attachments.get(attachmentId) ?? '')) !== hash.content)
        throw new Error('hash-mismatch');
    one.data = JSON.parse(data.toString('utf8'));
    one.state = 'accepted';
    one.log.push(await token(one, 'accept-submission', { authenticationTags }, by));
  } catch {
    one.state = 'rejected';
    const problems = [{ type: 'https://schema.fitko.de/fit-connect/events/problems/encryption-issue' }];
    one.log.push(await token(one, 'reject-submission', { authenticationTags, problems }, by));
  }
}
