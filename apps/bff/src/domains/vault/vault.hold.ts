import { toInstant } from '@jena/shared/kernel';
import type { Quarantine } from '@jena/shared/vault';
import type { PdfToolAway } from '../../adapters/pdf/port.ts';
import type { ScannerTrouble } from '../../adapters/scanner/port.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import type { VaultDeps } from './vault.documents.ts';
import type { DocumentRow } from './vault.store.ts';

type Trouble = ScannerTrouble | PdfToolAway['reason'];

/** While something is away, it is asked for so often. */
const lookEveryMs = 60_000;
const atOnce = 200;

/** One look a minute for all documents together, however many wait. */
async function planNextLook({ store, clock }: VaultDeps, tx: Writer): Promise<void> {
  const now = clock.now().getTime();
  const next = toInstant(new Date((Math.floor(now / lookEveryMs) + 1) * lookEveryMs));
  const at = toInstant(new Date(now));
  await planJob(tx, store.tables, { kind: 'vault.recheck', payload: {}, at, runAt: next, key: next });
}

/** Leaves a document in quarantine because nobody can say now whether it is harmless; it is looked at again by itself. */
export async function hold(deps: VaultDeps, row: DocumentRow, reason: Trouble): Promise<void> {
  const { store, documents, clock, log } = deps;
  log.warn({ documentId: row.id, reason }, 'a document cannot be checked now and stays in quarantine');
  await store.transaction(
    async (tx) => {
      const heldSince = row.heldSince ?? toInstant(clock.now());
      const held = await documents.changeFrom(tx, row.id, 'checking', { heldSince, heldBy: reason });
      if (held) await planNextLook(deps, tx);
    },
    { changesPublicData: false },
  );
}

/** Checks what waits in quarantine once everything that is needed answers again; else looks again in a minute. */
export async function recheck(deps: VaultDeps): Promise<void> {
  const { store, documents, clock, log } = deps;
  const trouble = await troubleNow(deps);
  if (trouble !== null) log.warn({ reason: trouble }, 'documents still cannot be checked');
  await store.transaction(
    async (tx) => {
      const held = trouble === null ? await documents.held(tx, atOnce) : [];
      for (const { id } of held) {
        await planJob(tx, store.tables, {
          kind: 'vault.check',
          payload: { documentId: id },
          at: toInstant(clock.now()),
        });
      }
      if (trouble !== null || held.length === atOnce) await planNextLook(deps, tx);
    },
    { changesPublicData: false },
  );
}

async function troubleNow({ scanner, pdf }: VaultDeps): Promise<Trouble | null> {
  try {
    await scanner.ready();
    await pdf.ready();
    return null;
  } catch (error) {
    const reason = (error as { reason?: Trouble }).reason;
    if (reason === undefined) throw error;
    return reason;
  }
}

/** For operators: what is away now, how many documents wait for their check, and since when. */
export async function quarantine(deps: VaultDeps, db: Reader): Promise<Quarantine> {
  const { count, since } = await deps.documents.countHeld(db);
  return { count, since, trouble: await troubleNow(deps) };
}
