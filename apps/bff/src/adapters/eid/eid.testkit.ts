import { readFileSync } from 'node:fs';
import { startSandbox } from '@jena/sandbox/start';
import { createEid } from './adapter.ts';
import { EidError } from './errors.ts';
import type { EidConfig, EidResult, UseIdRequest, UseIdResult } from './port.ts';
import { signedEnvelope } from './sign.ts';
import { buildTcToken, tcTokenHeaders } from './tctoken.ts';
import { serveOnce } from './token-host.testkit.ts';
import { createSoapTransport } from './transport.ts';
import { verifiedBody } from './verify.ts';

export const clock = { now: () => new Date() };

/** What a registration asks for. */
export const login: UseIdRequest = {
  operations: {
    RestrictedID: 'REQUIRED',
    GivenNames: 'REQUIRED',
    FamilyNames: 'REQUIRED',
    DateOfBirth: 'REQUIRED',
    PlaceOfResidence: 'REQUIRED',
    PlaceOfBirth: 'REQUIRED',
    DocumentType: 'REQUIRED',
    DateOfExpiry: 'REQUIRED',
    Nationality: 'REQUIRED',
    AcademicTitle: 'ALLOWED',
    BirthName: 'ALLOWED',
  },
  transactionInfo: 'Anmeldung im Bürgerkonto der Stadt Jena',
  levelOfAssurance: 'high',
  mediums: ['CardCertified'],
};

export async function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof EidError ? error.reason : `not an EidError: ${error}`),
  );
}

/** The portal's address for the eID client, as long as `work` needs it. */
async function withToken<Result>(
  session: UseIdResult,
  work: (tokenUrl: string) => Promise<Result>,
): Promise<Result> {
  const host = await serveOnce((origin) => ({
    headers: tcTokenHeaders,
    body: buildTcToken({
      serverAddress: session.serverAddress,
      sessionIdentifier: session.psk.id,
      refreshAddress: `${origin}/back?ref=1`,
      communicationErrorAddress: `${origin}/error`,
      psk: session.psk.key,
    }),
  }));
  try {
    return await work(`${host.origin}/token`);
  } finally {
    await host.close();
  }
}

export type EidWorld = Awaited<ReturnType<typeof openEidWorld>>;

/** The adapter, wired to a sandbox of its own, with hands for the person's side. */
export async function openEidWorld() {
  const sandbox = await startSandbox();
  const { eid: at, ca } = sandbox.endpoints;
  const file = (path: string): string => readFileSync(path, 'utf8');
  const config: EidConfig = {
    endpoint: at.endpoint,
    serverAddress: at.serverAddress,
    tls: { key: file(at.tls.key), cert: file(at.tls.cert), ca: file(ca) },
    signing: { key: file(at.signing.key), cert: file(at.signing.cert) },
    serverSigningCert: file(at.serverSigningCert),
    timeoutMs: 5000,
    production: false,
  };
  const eid = createEid(config, { clock });

  /** Limits, rights and misbehaviour of the eID server. */
  async function set(settings: Record<string, unknown>): Promise<void> {
    const answer = await fetch(sandbox.endpoints.eid.settingsUrl, {
      method: 'POST',
      body: JSON.stringify(settings),
    });
    if (!answer.ok) throw new Error(`settings: ${answer.status}`);
  }

  /** Lets the eID client do its part for one session; returns where it sends the browser. */
  async function present(
    session: UseIdResult,
    person: string,
    more: { outcome?: string; unticked?: string[] } = {},
  ): Promise<URL> {
    return withToken(session, async (tcTokenURL) => {
      const answer = await fetch(sandbox.endpoints.eid.headlessUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tcTokenURL, person, ...more }),
      });
      const { refreshUrl } = (await answer.json()) as { refreshUrl: string };
      return new URL(refreshUrl);
    });
  }

  /** Opens the eID client's pages for one session; `post` fills in one of its forms. */
  async function openPages(session: UseIdResult) {
    const { clientUrl } = sandbox.endpoints.eid;
    const consent = await withToken(session, async (tokenUrl) => {
      const answer = await fetch(`${clientUrl}?tcTokenURL=${encodeURIComponent(tokenUrl)}`);
      return answer.text();
    });
    const flow = /\/vorgang\/[0-9a-f]+/.exec(consent)?.[0] ?? '';
    const post = (form: string, fields: string): Promise<Response> =>
      fetch(new URL(`${flow}/${form}`, clientUrl), {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
    return { consent, post };
  }

  async function read(
    person: string,
    request: UseIdRequest = login,
    unticked: string[] = [],
  ): Promise<EidResult> {
    const session = await eid.useId(request);
    await present(session, person, { unticked });
    const result = await eid.getResult(session.sessionId, 1);
    if (result.pending) throw new Error('no result yet');
    return result;
  }

  const send = createSoapTransport(config);
  /** Sends what our own client never would; gives the element that the server answers. `envelope` may spoil what was signed. */
  async function raw(action: string, body: string, envelope = (signed: string) => signed) {
    const now = clock.now();
    const answer = await send(action, envelope(signedEnvelope(body, config.signing, now)));
    return verifiedBody(answer, config.serverSigningCert, now);
  }

  return { raw, sandbox, config, eid, set, present, openPages, read, stop: () => sandbox.stop() };
}
