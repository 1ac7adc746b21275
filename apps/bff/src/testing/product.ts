import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountId, type Actor, type DocumentId, type IdempotencyKey, newId } from '@jena/shared/kernel';
import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { HandoverPort } from '../adapters/handover/port.ts';
import { recordingMail } from '../adapters/mail/recording.testkit.ts';
import { recordingPush } from '../adapters/push/recording.testkit.ts';
import { knownRegister } from '../adapters/register/known.testkit.ts';
import { trustingScanner } from '../adapters/scanner/trusting.testkit.ts';
import { createApp } from '../app.ts';
import { createDeps } from '../deps.ts';
import { putIssued } from '../domains/vault/vault.documents.ts';
import { beginUpload } from '../domains/vault/vault.uploads.ts';
import { parseConfig } from '../platform/config.ts';
import type { Store } from '../platform/db/store.ts';
import { createLog } from '../platform/log.ts';
import { testClock } from '../platform/testing/clock.ts';
import { testContext } from '../platform/testing/context.ts';
import { createCallerFactory } from '../platform/trpc.ts';
import { appCodeOf } from '../platform/trpc-errors.ts';
import { createRouter } from '../router.ts';

export const newKey = () => newId<'idempotency'>() as IdempotencyKey;

/** The whole product in a fresh folder, for tests: real domains and content, a clock that stands still, pushes and mails written down. */
export async function openProduct({
  store,
  env = {},
  start,
  handover,
}: {
  store?: Store;
  /** Left out: nothing goes on to other systems. */
  handover?: HandoverPort;
  env?: Record<string, string>;
  start?: string;
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jena-product-'));
  const clock = testClock(start);
  const push = recordingPush();
  const mail = recordingMail();
  const config = parseConfig({ DATA_DIR: folder, WEB_DIST: join(folder, 'dist'), NODE_ENV: 'test', ...env });
  const scanner = trustingScanner();
  const register = knownRegister();
  const overrides = {
    clock,
    log: createLog('silent'),
    push,
    mail,
    scanner,
    register,
    ...(handover ? { handover } : {}),
    ...(store ? { store } : {}),
  };
  const deps = await createDeps(config, overrides);
  const router = createRouter(deps);
  const callerOf = createCallerFactory(router);
  const { vault } = deps.domains;

  /** A photograph in a person's vault that the check has let pass. */
  async function photo(accountId: AccountId, mediaType = 'image/jpeg'): Promise<DocumentId> {
    const documentId = newId<'document'>();
    await putIssued(vault, { accountId, documentId, name: 'Foto.jpg', mediaType, bytes: Buffer.from('x') });
    const { vaultDocuments } = deps.store.tables;
    await deps.store.transaction(async (tx) => {
      await tx.update(vaultDocuments).set({ issuedByCity: false }).where(eq(vaultDocuments.id, documentId));
    });
    return documentId;
  }
  /** A photograph of which nothing has arrived yet. */
  async function announcedPhoto(ownerId: AccountId): Promise<DocumentId> {
    const documentId = newId<'document'>();
    await beginUpload(vault, {
      ownerId,
      documentId,
      filename: 'a.jpg',
      filetype: 'image/jpeg',
      bytes: 9,
    });
    return documentId;
  }

  return {
    deps,
    store: deps.store,
    clock,
    push,
    mail,
    register,
    router,
    app: createApp(deps),
    /** Calls procedures as somebody, past HTTP. */
    as: (actor: Actor) => callerOf(testContext(deps.store, { actor, clock })),
    photo,
    announcedPhoto,
    async close() {
      if (store === undefined) await deps.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Product = Awaited<ReturnType<typeof openProduct>>;

/** The stable code of a refused call. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no error',
    (error: unknown) => (error instanceof TRPCError ? appCodeOf(error) : String(error)),
  );
}
