import { existsSync } from 'node:fs';
import { type AccountId, newId } from '@jena/shared/kernel';
import sharp from 'sharp';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { PdfToolAway } from '../../adapters/pdf/port.ts';
import { trustingScanner } from '../../adapters/scanner/trusting.testkit.ts';
import { collect } from '../../platform/testing/bytes.ts';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { removeDocument } from './vault.changes.ts';
import { documentsOf } from './vault.documents.ts';
import { quarantine } from './vault.hold.ts';
import { vaultJobs } from './vault.jobs.ts';
import { removedMinutes } from './vault.policy.ts';
import { harmlessPdf, openTestVault, type TestVault, upload } from './vault.testing.ts';

const ownerId = newId<'account'>() as AccountId;
let photo: Buffer;
beforeAll(async () => {
  photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#7a5' } })
    .jpeg()
    .toBuffer();
});

describeOnBothDialects('a document while the scanner is away', (open) => {
  let vaults: TestVault[] = [];
  afterEach(() => {
    for (const vault of vaults) vault.close();
    vaults = [];
  });
  async function openVault() {
    const scanner = trustingScanner();
    const test = await openTestVault(await open(), scanner);
    vaults.push(test);
    const { store } = test.vault;
    return {
      test,
      scanner,
      send: () => upload(test, { content: photo, type: 'image/jpeg', ownerId }),
      stateOf: async (id: Awaited<ReturnType<typeof upload>>) => {
        const [document] = await documentsOf(test.vault, store.read, ownerId, [id]);
        return [document?.state, document?.held];
      },
      held: () => quarantine(test.vault, store.read),
      waitingJobs: () =>
        store.read
          .select({ kind: store.tables.platformJobs.kind, state: store.tables.platformJobs.state })
          .from(store.tables.platformJobs)
          .then((rows) => rows.filter((row) => row.state !== 'done' && row.kind !== 'vault.expire')),
    };
  }

  it('stays in quarantine, says so, and is done by itself once the scanner is back', async () => {
    const { test, scanner, send, stateOf, held } = await openVault();
    scanner.says = 'scanner_unreachable';
    const id = await send();
    await test.jobs.drain();
    expect(await stateOf(id)).toEqual(['checking', true]);
    expect(existsSync(test.vault.uploads.pathOf(id))).toBe(true);
    expect(await collect(test.vault.files.list())).toEqual([]);
    expect(await held()).toEqual({
      count: 1,
      since: '2026-11-23T09:00:00.000Z',
      trouble: 'scanner_unreachable',
    });

    test.clock.advance(61_000);
    await test.jobs.drain();
    expect(await stateOf(id)).toEqual(['checking', true]);

    scanner.says = { kind: 'clean' };
    test.clock.advance(61_000);
    await test.jobs.drain();
    expect(await stateOf(id)).toEqual(['available', false]);
    expect(await held()).toEqual({ count: 0, since: null, trouble: null });
    expect(existsSync(test.vault.uploads.pathOf(id))).toBe(false);
  });

  it.each(['signatures_old', 'signatures_missing', 'scan_failed'] as const)(
    'also for %s: nothing passes, and the operator learns why',
    async (reason) => {
      const { test, scanner, send, stateOf, held } = await openVault();
      scanner.says = reason;
      const id = await send();
      await test.jobs.drain();
      expect(await stateOf(id)).toEqual(['checking', true]);
      expect((await held()).trouble).toBe(reason);
    },
  );

  it('waits for days without giving up, and however many wait, one look a minute asks for all', async () => {
    const { test, scanner, send, stateOf, waitingJobs } = await openVault();
    scanner.says = 'signatures_old';
    const ids = [await send(), await send(), await send()];
    await test.jobs.drain();
    for (let minutes = 0; minutes < 30; minutes++) {
      test.clock.advance(60_000);
      await test.jobs.drain();
      expect(await waitingJobs()).toEqual([{ kind: 'vault.recheck', state: 'waiting' }]);
    }
    expect(scanner.scans).toBe(0);
    scanner.says = { kind: 'clean' };
    test.clock.advance(60_000);
    await test.jobs.drain();
    for (const id of ids) expect(await stateOf(id)).toEqual(['available', false]);
    expect(await waitingJobs()).toEqual([]);
  });

  it('is refused with a reason when the scanner finds something, and nothing of it is kept', async () => {
    const { test, scanner, send } = await openVault();
    for (const [kind, code] of [
      ['found', 'vault.infected'],
      ['unscannable', 'vault.active_content'],
    ] as const) {
      scanner.says = { kind, signature: 'Eicar-Test-Signature' };
      const id = await send();
      await test.jobs.drain();
      const row = await test.vault.documents.byId(test.vault.store.read, id);
      expect([row?.state, row?.refusal]).toEqual(['refused', code]);
      expect(existsSync(test.vault.uploads.pathOf(id))).toBe(false);
    }
    expect(await collect(test.vault.files.list())).toEqual([]);
  });

  it('a PDF waits for its tool in the same way', async () => {
    const { test, stateOf } = await openVault();
    const gone = async () => {
      throw new PdfToolAway('qpdf is not installed');
    };
    const withoutTool = vaultJobs({ ...test.vault, pdf: { rewrite: gone, ready: gone } });
    const id = await upload(test, { content: harmlessPdf, type: 'application/pdf', ownerId });
    const context = { store: test.vault.store, clock: test.clock } as never;
    await withoutTool['vault.check']({ documentId: id }, context);
    await withoutTool['vault.recheck']({}, context);
    expect(await stateOf(id)).toEqual(['checking', true]);
    expect(
      await quarantine({ ...test.vault, pdf: { rewrite: gone, ready: gone } }, test.vault.store.read),
    ).toMatchObject({
      count: 1,
      trouble: 'pdf_tool_missing',
    });
    test.clock.advance(61_000);
    await test.jobs.drain();
    expect(await stateOf(id)).toEqual(['available', false]);
  });

  it('can still be removed by its owner, and then nothing stays', async () => {
    const { test, scanner, send, held } = await openVault();
    scanner.says = 'scanner_unreachable';
    const id = await send();
    await test.jobs.drain();
    const deps = { ...test.vault, isUsed: async () => false };
    await test.vault.store.transaction((tx) =>
      removeDocument(deps, tx, citizenActor({ accountId: ownerId }), { ownerId, documentId: id }),
    );
    expect((await held()).count).toBe(0);
    scanner.says = { kind: 'clean' };
    test.clock.advance(removedMinutes * 60_000);
    await test.jobs.drain();
    expect(await collect(test.vault.files.list())).toEqual([]);
    expect(existsSync(test.vault.uploads.pathOf(id))).toBe(false);
  });
});
