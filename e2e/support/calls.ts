import { type APIRequestContext, expect } from '@playwright/test';

/** Calls procedures as a page does, at one of the two doors, in the session of that browser. */
export function callsOf(request: APIRequestContext, origin: string, door: 'citizen' | 'staff') {
  const headers = { 'x-jena-client': '1', 'x-jena-door': door, origin };
  return {
    async query<Answer>(procedure: string, input: object = {}): Promise<Answer> {
      const address = `${origin}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
      return answerOf(procedure, await request.get(address, { headers }));
    },
    async mutate<Answer>(procedure: string, input: object): Promise<Answer> {
      return answerOf(procedure, await request.post(`${origin}/trpc/${procedure}`, { headers, data: input }));
    },
  };
}

async function answerOf<Answer>(
  procedure: string,
  response: { status(): number; text(): Promise<string> },
): Promise<Answer> {
  const text = await response.text();
  expect(response.status(), `${procedure}: ${text.slice(0, 400)}`).toBe(200);
  return (JSON.parse(text) as { result: { data: Answer } }).result.data;
}
