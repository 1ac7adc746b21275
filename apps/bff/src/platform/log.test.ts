import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';

function capture() {
  const lines: string[] = [];
  return { lines, log: createLog('debug', { write: (line) => void lines.push(line) }) };
}

it('writes one JSON object a line, in UTC, with ids and codes', () => {
  const { lines, log } = capture();
  log.child({ requestId: 'r1' }).info({ caseId: 'abc' }, 'submitted');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    requestId: 'r1',
    caseId: 'abc',
    msg: 'submitted',
  });
  expect(JSON.parse(lines[0] ?? '').at).toMatch(/Z$/);
});

it('cuts out personal data that a careless caller passes', () => {
  const { lines, log } = capture();
  log.warn(
    {
      name: 'Erika',
      actor: { name: 'Erika' },
      a: { b: { email: 'e@example.org' } },
      headers: { cookie: 'x' },
    },
    'odd',
  );
  expect(lines[0]).not.toMatch(/Erika|example\.org|"x"/);
});

it('says what kind of error happened, but not the values of a failed query', () => {
  const { lines, log } = capture();
  const cause = Object.assign(new Error('duplicate'), { code: '23505' });
  log.error({ err: new DrizzleQueryError('insert into t', ['Mustermann'], cause) }, 'failed');
  expect(lines[0]).not.toContain('Mustermann');
  expect(lines[0]).toContain('23505');
});

it('cannot be made to write a second line', () => {
  const { lines, log } = capture();
  log.info({ path: '/x\n{"level":"error"}' }, 'request');
  expect(lines.join('').trim().split('\n')).toHaveLength(1);
});
