import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { levelTooLow } from '@jena/shared/identity';
import {
  type Actor,
  anonymous,
  type LevelOfAssurance,
  levelsOfAssurance,
  reachesLevel,
} from '@jena/shared/kernel';
import { TRPCError } from '@trpc/server';
import { callProcedure } from '@trpc/server/unstable-core-do-not-import';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDeps, type Deps } from '../deps.ts';
import { parseConfig } from '../platform/config.ts';
import { describeProcedures } from '../platform/http/procedures.ts';
import { createLog } from '../platform/log.ts';
import { citizenActor, staffActor, testContext } from '../platform/testing/context.ts';
import { appCodeOf } from '../platform/trpc-errors.ts';
import { createRouter } from '../router.ts';
import { publicProcedures } from './public-procedures.ts';

type Described = { _def: { type: string; inputs: unknown[]; output?: unknown; meta?: unknown } };

const folder = mkdtempSync(join(tmpdir(), 'jena-procedures-'));
let deps: Deps;
let router: ReturnType<typeof createRouter>;

beforeAll(async () => {
  deps = await createDeps(parseConfig({ DATA_DIR: folder, NODE_ENV: 'test' }), { log: createLog('silent') });
  router = createRouter(deps);
});
afterAll(async () => {
  await deps.close();
  rmSync(folder, { recursive: true });
});

const procedures = () => Object.entries(router._def.procedures as unknown as Record<string, Described>);
const declared = () => [...describeProcedures(router)];

async function caught(path: string, actor: Actor): Promise<unknown> {
  const type = (router._def.procedures as unknown as Record<string, Described>)[path]?._def.type;
  const context = testContext(deps.store, { actor });
  return callProcedure({
    router,
    path,
    type: type as 'query' | 'mutation',
    ctx: context,
    getRawInput: async () => ({}),
    signal: undefined,
    batchIndex: 0,
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function refusal(path: string, actor: Actor = anonymous) {
  const error = await caught(path, actor);
  return error instanceof TRPCError ? error.code : error;
}

/** Names of everything that an answer may hold, at any depth. */
function fieldsIn(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const { properties = {} } = schema as { properties?: object };
  return [
    ...Object.keys(properties),
    ...Object.values(schema).flatMap(fieldsIn),
    ...Object.values(properties).flatMap(fieldsIn),
  ];
}

describe('every procedure', () => {
  it('declares who may call it, its audit event, its input and its output', () => {
    const bare = procedures()
      .filter(
        ([, { _def }]) => _def.inputs.length === 0 || _def.output === undefined || _def.meta === undefined,
      )
      .map(([path]) => path);
    expect(bare).toEqual([]);
  });

  it('of staff that changes something leaves an audit event, named after its domain or the platform', () => {
    const silent = declared()
      .filter(([, meta]) => meta.kind === 'mutation' && meta.access.startsWith('staff:'))
      .filter(([path, { audit }]) => ![path.split('.')[0], 'platform'].includes(audit.split('.')[0]));
    expect(silent).toEqual([]);
  });

  it('that changes something answers with ids and codes alone: answers are kept for replays, unsealed', () => {
    const harmless = [
      ...['caseId', 'coSignId', 'folderId', 'mandateId', 'recoveryId', 'substitutionId', 'reference'],
      ...['submittedAt', 'subscribed', 'topics', 'unread'],
      // Whether a code was right, and whether something came back.
      ...['result', 'back'],
      // Whether a draft was kept, and how often it was written.
      ...['kind', 'revision'],
    ];
    const told = procedures()
      .filter(([, { _def }]) => _def.type === 'mutation')
      .flatMap(([path, { _def }]) =>
        fieldsIn(z.toJSONSchema(_def.output as z.ZodType, { unrepresentable: 'any' }))
          .filter((field) => !harmless.includes(field))
          .map((field) => `${path}: ${field}`),
      );
    expect(told).toEqual([]);
    expect(fieldsIn(z.toJSONSchema(z.object({ a: z.array(z.object({ name: z.string() })) })))).toContain(
      'name',
    );
  });

  it('is a query or a mutation as it says', () => {
    const wrong = procedures().filter(
      ([path, { _def }]) => describeProcedures(router).get(path)?.kind !== _def.type,
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('that is open to everyone stands on the written list', () => {
    const open = declared()
      .filter(([, meta]) => meta.access === 'public')
      .map(([path]) => path);
    expect(open.sort()).toEqual([...publicProcedures].sort());
  });

  it('else refuses anonymous callers', async () => {
    for (const [path, meta] of declared()) {
      if (meta.access !== 'public') expect(await refusal(path), path).toBe('UNAUTHORIZED');
    }
  });

  it('of staff refuses citizens, and the other way round', async () => {
    for (const [path, meta] of declared()) {
      if (meta.access === 'citizen') expect(await refusal(path, staffActor()), path).toBe('UNAUTHORIZED');
      if (meta.access.startsWith('staff:'))
        expect(await refusal(path, citizenActor()), path).toBe('UNAUTHORIZED');
    }
  });

  it('that needs a level refuses whoever was identified less surely, and nobody else for that', async () => {
    const codeFor = async (path: string, levelOfAssurance: LevelOfAssurance) => {
      const error = await caught(path, citizenActor({ levelOfAssurance }));
      return error instanceof TRPCError ? appCodeOf(error) : error;
    };
    const needing = declared().filter(([, { level = 'normal' }]) => level !== 'normal');
    expect(needing.map(([path]) => path)).toContain('identity.unlinkBundId');
    for (const [path, { level = 'normal' }] of needing) {
      for (const given of levelsOfAssurance) {
        const code = await codeFor(path, given);
        if (reachesLevel(given, level)) expect(code, `${path}, ${given}`).not.toBe(levelTooLow.code);
        else expect(code, `${path}, ${given}`).toBe(levelTooLow.code);
      }
    }
  });

  it('of staff refuses those without its role', async () => {
    for (const [path, meta] of declared()) {
      if (!meta.access.startsWith('staff:') || meta.access === 'staff:any') continue;
      const other = meta.access === 'staff:operator' ? 'caseworker' : 'operator';
      expect(await refusal(path, staffActor(other)), path).toBe('FORBIDDEN');
    }
  });
});
