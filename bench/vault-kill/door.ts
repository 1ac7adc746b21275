// The vault's doors over HTTP, as a phone uses them; the server may die at any moment.
import { newId } from '@jena/shared/kernel';
import type { Person } from '../people.ts';

/** Undefined when the server died before its answer was whole. */
type Answer = { status: number; headers: Headers; body: Buffer } | undefined;

export type Door = ReturnType<typeof openDoor>;

const base64 = (text: string) => Buffer.from(text).toString('base64');

export function openDoor(origin: string, sawFault: (line: string) => void) {
  async function ask(person: Person, path: string, options: RequestInit = {}): Promise<Answer> {
    try {
      const headers = { cookie: person.cookie, origin, 'tus-resumable': '1.0.0', ...options.headers };
      const answer = await fetch(`${origin}${path}`, { ...options, headers });
      const body = Buffer.from(await answer.arrayBuffer());
      if (answer.status >= 500) sawFault(`${options.method ?? 'GET'} ${path}: ${answer.status} ${body}`);
      return { status: answer.status, headers: answer.headers, body };
    } catch {
      return undefined;
    }
  }

  return {
    create: (person: Person, id: string, file: { name: string; mediaType: string; bytes: number }) =>
      ask(person, '/uploads', {
        method: 'POST',
        headers: {
          'upload-length': String(file.bytes),
          'upload-metadata': `documentId ${base64(id)},filename ${base64(file.name)},filetype ${base64(file.mediaType)}`,
        },
      }),
    patch: (person: Person, id: string, offset: number, part: Buffer) =>
      ask(person, `/uploads/${id}`, {
        method: 'PATCH',
        headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
        body: new Uint8Array(part),
      }),
    head: (person: Person, id: string) => ask(person, `/uploads/${id}`, { method: 'HEAD' }),
    file: (person: Person, id: string, kind: '' | '/preview' = '') => ask(person, `/files/${id}${kind}`),
    async state(person: Person, id: string): Promise<string | undefined> {
      const input = encodeURIComponent(JSON.stringify({ documentId: id }));
      const answer = await ask(person, `/trpc/vault.document?input=${input}`);
      if (answer === undefined) return undefined;
      if (answer.status !== 200) return 'none';
      return (JSON.parse(answer.body.toString()) as { result: { data: { state: string } } }).result.data
        .state;
    },
    remove: (person: Person, id: string) =>
      ask(person, '/trpc/vault.remove', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ documentId: id, idempotencyKey: newId<'idempotency'>() }),
      }),
  };
}
