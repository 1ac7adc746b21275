import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import { answersOf } from '../support/form-cases.ts';
import { expect, test } from '../support/test.ts';

const simple = answersOf('meldebescheinigung', /^a simple/);

test('new applications reach the open work queue by themselves; the keyboard leads through taking, a note and the decision', async ({
  citizen,
  caseworker,
}) => {
  const { page } = caseworker;
  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  await expect(page.getByText('Zahlen kommen von selbst')).toBeVisible();
  const count = page.getByRole('navigation', { name: 'Arbeitskörbe' }).getByRole('link', { name: /^Neu/ });
  const before = (await count.textContent()) ?? '';
  const rowOf = (reference: string) => page.getByRole('link', { name: new RegExp(reference) });

  await citizen.logsIn('Erika Mustermann');
  // What the phone would send; the form itself has journeys of its own.
  const applies = async () => {
    const application = {
      serviceSlug: 'meldebescheinigung',
      formVersion: 1,
      attachments: [],
      language: 'de',
    };
    const sent = { ...application, idempotencyKey: newId<'idempotency'>(), answers: simple };
    const calls = callsOf(citizen.page.request, citizen.origin, 'citizen');
    return (await calls.mutate<Receipt>('cases.submit', sent)).reference;
  };
  const first = await applies();
  await expect(count).not.toHaveText(before);
  await expect(rowOf(first)).toBeVisible();
  const second = await applies();
  await expect(rowOf(second)).toBeVisible();

  await test.step('Jonas ticks both and takes them, each with a result of its own', async () => {
    for (const reference of [first, second]) {
      await rowOf(reference).focus();
      await page.keyboard.press('x');
    }
    const many = page.getByRole('region', { name: 'Ausgewählte Vorgänge' });
    await expect(many).toContainText('2 Vorgänge ausgewählt');
    await many.getByRole('button', { name: 'Zuteilen' }).press('Enter');
    await many.getByLabel('Zuteilen an').selectOption({ label: 'mich selbst' });
    await many.getByRole('button', { name: 'Ausführen' }).press('Enter');
    await expect(many).toContainText('Erledigt: 2 Vorgänge.');
    await many.getByRole('button', { name: 'Schließen' }).press('Enter');
  });

  await test.step('he opens one, writes a note and refuses, without the mouse', async () => {
    await page.keyboard.press('2');
    const queues = page.getByRole('navigation', { name: 'Arbeitskörbe' });
    await expect(queues.getByRole('link', { name: /^Bei mir/ })).toHaveAttribute('aria-current', 'page');
    await rowOf(first).focus();
    await page.keyboard.press('Enter');
    await expect(caseworker.case()).toContainText(first);
    await expect(page.getByText('Sie bearbeiten diesen Vorgang.')).toBeVisible();
    await page.keyboard.press('v');
    await expect(page.getByLabel('Neuer Vermerk')).toBeFocused();
    await page.keyboard.type('Am Telefon: Der zweite Antrag gilt.');
    await page.getByRole('button', { name: 'Vermerk speichern' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Interne Vermerke' })).toContainText('Jonas Brandt');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Doppelter Antrag' }).press('Enter');
    await page.getByRole('button', { name: 'Antrag ablehnen' }).press('Enter');
    await expect(page.getByText('Der Antrag ist abgelehnt.')).toBeVisible();
  });
});
