// The product's real doors, used without a browser: the card's login, procedures, uploads, the staff login.

import type { Sandbox } from '@jena/sandbox/start';
import { type DocumentId, newId } from '@jena/shared/kernel';

/** Where the product and its outside world are. */
export type Place = { origin: string; sandbox: Sandbox };

/** One person at one of the two doors. */
export type Visitor = {
  /** Value of the Cookie header. */
  cookie: string;
  query<T>(procedure: string, input?: unknown): Promise<T>;
  /** Sends the input with a fresh idempotency key. */
  mutate<T>(procedure: string, input: Record<string, unknown>): Promise<T>;
};

type Jar = Map<string, string>;

const cookieHeader = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

function keepCookies(jar: Jar, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/;\s*max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

async function answerOf<T>(what: string, answer: Response): Promise<T> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text.slice(0, 300)}`);
  return (JSON.parse(text) as { result: { data: T } }).result.data;
}

function visitor(origin: string, jar: Jar, door: 'citizen' | 'staff'): Visitor {
  const cookie = cookieHeader(jar);
  const headers = { cookie, origin, 'x-jena-door': door };
  return {
    cookie,
    async query(procedure, input = {}) {
      const address = `${origin}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
      return answerOf(procedure, await fetch(address, { headers }));
    },
    async mutate(procedure, input) {
      const answer = await fetch(`${origin}/trpc/${procedure}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ ...input, idempotencyKey: newId<'idempotency'>() }),
      });
      return answerOf(procedure, answer);
    },
  };
}

/** Logs a person of the sandbox in with their online ID card; at the first visit it is read twice. */
export async function enterAsCitizen(place: Place, person: string): Promise<Visitor> {
  const jar: Jar = new Map();
  let target = await readCard(place, jar, person, 'login');
  if (target?.startsWith('/anmelden/neu')) target = await readCard(place, jar, person, 'registration');
  if (target !== '/konto') throw new Error(`${person} was not logged in: ${target}`);
  return visitor(place.origin, jar, 'citizen');
}

/** One reading of the card; gives the path to which the product leads. */
async function readCard({ origin, sandbox }: Place, jar: Jar, person: string, purpose: string) {
  const begun = await fetch(`${origin}/eid/start`, {
    method: 'POST',
    headers: { origin, cookie: cookieHeader(jar), 'content-type': 'application/json' },
    body: JSON.stringify({ returnTo: '/konto', purpose }),
  });
  keepCookies(jar, begun);
  const { desktopUrl } = (await begun.json()) as { desktopUrl: string };
  const card = await fetch(sandbox.eid.headlessUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tcTokenURL: new URL(desktopUrl).searchParams.get('tcTokenURL'), person }),
  });
  const { refreshUrl } = (await card.json()) as { refreshUrl: string };
  const back = await fetch(refreshUrl, { redirect: 'manual', headers: { cookie: cookieHeader(jar) } });
  keepCookies(jar, back);
  return back.headers.get('location');
}

/** Logs a staff member in at the administration's own login. */
export async function enterAsStaff({ origin }: Place, person: string): Promise<Visitor> {
  const jar: Jar = new Map();
  let address = `${origin}/amt/anmeldung`;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 20; hop++) {
    const answer: Response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: cookieHeader(jar) },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    keepCookies(jar, answer);
    form = undefined;
    const next = answer.headers.get('location');
    if (next !== null) {
      address = new URL(next, address).href;
      if (address === `${origin}/amt`) return visitor(origin, jar, 'staff');
      continue;
    }
    const action = /<form[^>]*action="([^"]+)"/.exec(await answer.text())?.[1];
    if (action === undefined) break;
    address = new URL(action, address).href;
    form = new URLSearchParams({ person, password: 'demo' });
  }
  throw new Error(`${person} was not logged in at the staff door`);
}

/** Uploads a file with tus and waits until the vault has checked it. */
export async function uploadDocument(
  { origin }: Place,
  person: Visitor,
  file: { bytes: Buffer; name: string; mediaType: string },
): Promise<DocumentId> {
  const documentId = newId<'document'>();
  const text = (value: string) => Buffer.from(value).toString('base64');
  const about = { documentId, filename: file.name, filetype: file.mediaType };
  const headers = { cookie: person.cookie, origin, 'tus-resumable': '1.0.0' };
  const created = await fetch(`${origin}/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(file.bytes.length),
      'upload-metadata': Object.entries(about)
        .map(([name, value]) => `${name} ${text(value)}`)
        .join(','),
    },
  });
  const sent = await fetch(new URL(created.headers.get('location') ?? '', origin), {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(file.bytes),
  });
  if (sent.status !== 204) throw new Error(`the upload failed: ${created.status}, ${sent.status}`);
  for (let tries = 0; tries < 100; tries++) {
    const { state } = await person.query<{ state: string }>('vault.document', { documentId });
    if (state === 'available') return documentId;
    if (state === 'refused') break;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error('the vault did not take the document');
}
