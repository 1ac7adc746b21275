import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import { asOfToday, formCases } from '../support/form-cases.ts';
import { paperOf } from '../support/paper.ts';
import { expect, test } from '../support/test.ts';

const resident = formCases('wohngeld').find(({ name }) => name === 'somebody in a home');

test('where public money is given two decide: Paul proposes, Greta gives it back once and then confirms', async ({
  citizen,
  newDesk,
}) => {
  test.slow();
  const { page } = citizen;
  await citizen.logsIn('Erika Mustermann');
  if (!resident) throw new Error('nobody lives in a home');
  const documentId = await paperOf(citizen);
  const calls = callsOf(page.request, citizen.origin, 'citizen');
  const { reference, caseId } = await calls.mutate<Receipt>('cases.submit', {
    idempotencyKey: newId<'idempotency'>(),
    serviceSlug: 'wohngeld',
    formVersion: 1,
    answers: asOfToday(resident),
    attachments: [{ field: 'einkommensnachweise', documentId }],
    language: 'de',
  });
  await citizen.opens(`/vorgaenge/${caseId}`);
  const paul = await newDesk(citizen.origin);
  const greta = await newDesk(citizen.origin);
  await paul.logsIn('Paul Zimmer');
  await greta.logsIn('Greta Wolf');

  await test.step('Paul proposes: Erika reads that a second person looks, not what', async () => {
    await paul.opensQueue('Neu');
    await paul.opensCase(reference);
    await paul.takesCase();
    await paul.page.keyboard.press('g');
    const dialog = paul.page.getByRole('dialog');
    await expect(dialog).toContainText('erst, wenn eine zweite Person bestätigt');
    await dialog.getByRole('button', { name: 'Zur Bestätigung geben' }).click();
    await expect(paul.page.getByText('Der Vorschlag liegt zur Bestätigung bereit.')).toBeVisible();
    await expect(paul.case()).toContainText('Ihr Vorschlag wartet auf eine zweite Person.');
    await expect(paul.page.getByRole('button', { name: 'Bestätigen' })).toHaveCount(0);
    await expect(page.getByText('Zweite Prüfung', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText(
      'Zweite Prüfung im Amt hat begonnen',
    );
  });

  const proposal = greta.page.getByRole('region', { name: 'Vorgeschlagene Entscheidung' });
  await test.step('Greta finds it in her queue and gives it back with a reason', async () => {
    await greta.opensQueue('Zu bestätigen');
    await greta.opensCase(reference);
    await expect(proposal).toContainText('Genehmigen');
    await expect(proposal).toContainText('von Paul Zimmer');
    await greta.page.keyboard.press('z');
    await proposal.getByRole('button', { name: 'Vorschlag zurückgeben' }).click();
    await expect(proposal).toContainText('Bitte schreiben Sie kurz, was noch fehlt.');
    await proposal.getByLabel('Warum geben Sie den Vorschlag zurück?').fill('Bitte die Heizkosten prüfen.');
    await proposal.getByRole('button', { name: 'Vorschlag zurückgeben' }).click();
    await expect(greta.page.getByText('Der Vorschlag ist zurückgegeben.')).toBeVisible();
  });

  await test.step('Paul reads why and proposes again; Greta confirms, and Erika has her letter', async () => {
    await paul.opensQueue('Bei mir');
    await paul.opensCase(reference);
    await expect(paul.case()).toContainText('Bitte die Heizkosten prüfen.');
    await paul.page.getByRole('button', { name: /^Genehmigen/ }).click();
    await paul.page.getByRole('dialog').getByRole('button', { name: 'Zur Bestätigung geben' }).click();
    await expect(paul.page.getByText('Der Vorschlag liegt zur Bestätigung bereit.')).toBeVisible();
    await greta.opensQueue('Zu bestätigen');
    await greta.opensCase(reference);
    await expect(proposal.getByRole('button', { name: 'Bestätigen' })).toBeVisible();
    await greta.page.keyboard.press('g');
    await expect(proposal.getByRole('button', { name: 'Bestätigen' })).toBeFocused();
    await greta.page.keyboard.press('Enter');
    await expect(greta.page.getByText('Der Antrag ist genehmigt.')).toBeVisible();
    await expect(page.getByText('Alles fertig. Ihr Dokument liegt unten bereit.')).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByRole('main')).not.toContainText('Heizkosten');
  });
});
