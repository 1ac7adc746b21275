import { accessByPerson, accessLogSchema, verifyAccessLog } from '@jena/shared/account';
import { type CitizenActor, type ExportId, newId } from '@jena/shared/kernel';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { application, openOffice } from '../cases/cases.testing.ts';
import { openExport } from './account.export.ts';

const jonas = staffActor('caseworker');
const hours = 60 * 60_000;

async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

describeOnBothDialects('the archive of a person’s own data', (open) => {
  async function town() {
    const office = await openOffice(await open());
    const { deps, as } = office;
    const { exporting } = deps.domains;
    const request = (actor: CitizenActor) => as(actor).account.requestExport({ idempotencyKey: newKey() });
    const latest = (actor: CitizenActor) => as(actor).account.dataExport({});
    const fetch = async (actor: CitizenActor, id: ExportId) =>
      bytesOf((await openExport(exporting, actor, id)).content);
    /** Runs what is due; the test's clock stands still. */
    const work = () => deps.jobs.drain();
    return { ...office, exporting, request, latest, fetch, work };
  }

  it('holds everything of theirs, opened, and nothing of others or of the staff', async () => {
    const {
      submitted,
      claim,
      open: look,
      as,
      request,
      latest,
      fetch,
      work,
      inboxOf,
      ...office
    } = await town();
    const [lena, erika] = [citizenActor(), citizenActor()];
    const caseId = await submitted(lena);
    const { reference } = await as(lena).cases.detail({ caseId });
    const theirs = await as(erika).cases.submit(await application(office, erika));
    await look(jonas, caseId);
    await claim(jonas, caseId);
    await request(lena);
    expect(await latest(lena)).toMatchObject({ ready: null });
    await work();
    expect(await inboxOf(lena)).toContain('export_ready');

    const made = await latest(lena);
    if (!made?.ready) throw new Error('not ready');
    const zip = await fetch(lena, made.id);
    expect(zip.byteLength).toBe(made.ready.bytes);
    const files = unzipSync(zip);
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const names = Object.keys(files);
    expect(names).toEqual(
      expect.arrayContaining([
        'LIESMICH.txt',
        'profil.json',
        `vorgaenge/${reference}.json`,
        'unterlagen.json',
        'nachrichten.json',
        'mitteilungen.json',
        'anmeldungen.json',
        'zugriffe.json',
        'ereignisse.json',
      ]),
    );
    expect(text('LIESMICH.txt')).toContain('zugriffe.json');
    expect(JSON.parse(text(`vorgaenge/${reference}.json`)).answers).toMatchObject({
      neu_plz: expect.anything(),
    });
    const listed = JSON.parse(text('unterlagen.json')) as { file: string }[];
    expect(listed.length).toBeGreaterThan(0);
    for (const { file } of listed) expect(text(file)).toBe('x');
    const log = accessLogSchema.parse(JSON.parse(text('zugriffe.json')));
    expect(log.entries.map((entry) => entry.act)).toEqual(['cases.viewed', 'cases.claimed']);
    expect(await verifyAccessLog(log)).toEqual({ intact: true, isComplete: true });

    const all = names.map(text).join('\n');
    for (const foreign of [jonas.name, jonas.staffId, erika.accountId, theirs.reference])
      expect(all).not.toContain(foreign);
  });

  it('needs the card when it is asked for and when it is fetched, is nobody else’s, and stands in the access log', async () => {
    const { as, request, latest, fetch, work } = await town();
    const lena = citizenActor();
    const faded: CitizenActor = { ...lena, levelOfAssurance: 'substantial' };
    expect(await codeOf(request(faded))).toBe('identity.level_too_low');
    await request(lena);
    const early = await latest(lena);
    if (!early) throw new Error('not asked for');
    await expect(fetch(lena, early.id)).rejects.toMatchObject({ code: 'account.export_not_found' });
    await work();
    await expect(fetch(faded, early.id)).rejects.toMatchObject({ code: 'identity.level_too_low' });
    await expect(fetch(citizenActor(), early.id)).rejects.toMatchObject({ code: 'account.export_not_found' });
    await expect(fetch(lena, newId<'export'>())).rejects.toMatchObject({ code: 'account.export_not_found' });
    expect((await as(lena).account.accessLog({})).entries).toEqual([]);
    expect((await fetch(lena, early.id)).subarray(0, 2).toString()).toBe('PK');
    const log = await as(lena).account.accessLog({});
    expect(log.entries).toMatchObject([{ officeId: accessByPerson, act: 'account.export_fetched' }]);
    expect(await verifyAccessLog(log)).toEqual({ intact: true, isComplete: true });
  });

  it('lies sealed, for a day; then row and file are gone', async () => {
    const { deps, request, latest, fetch, work, clock } = await town();
    const lena = citizenActor();
    await request(lena);
    await work();
    const made = await latest(lena);
    if (!made) throw new Error('not ready');
    const sealed = await bytesOf((await deps.files.get(`exports/${made.id}`)) as AsyncIterable<Buffer>);
    expect(sealed.includes('LIESMICH') || sealed.includes('PK\x03\x04')).toBe(false);
    clock.advance(24 * hours);
    expect(await latest(lena)).toBeNull();
    await expect(fetch(lena, made.id)).rejects.toMatchObject({ code: 'account.export_not_found' });
    await work();
    await expect(deps.files.get(`exports/${made.id}`)).rejects.toMatchObject({ name: 'FileMissing' });
  });

  it('is made once while it is being made; a new one takes the place of an old one', async () => {
    const { deps, store, request, latest, work } = await town();
    const lena = citizenActor();
    await Promise.all([request(lena), request(lena)]);
    const first = await latest(lena);
    await request(lena);
    expect((await latest(lena))?.id).toBe(first?.id);
    await work();
    await request(lena);
    await work();
    const second = await latest(lena);
    expect(second?.id).not.toBe(first?.id);
    expect(await store.read.select().from(store.tables.accountExports)).toHaveLength(1);
    await expect(deps.files.get(`exports/${first?.id}`)).rejects.toMatchObject({ name: 'FileMissing' });
  });
});
