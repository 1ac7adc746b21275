import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import type { Caseworker } from '../support/caseworker.ts';
import { formCases } from '../support/form-cases.ts';
import { expect, test } from '../support/test.ts';
import { startProduct } from '../support/world.ts';

const people = formCases('sperrmuell');
const rule = 'Abholung von Sperrmüll einplanen';

/** What the phone would send; the form itself has journeys of its own. */
function application(name: RegExp) {
  const told = people.find((one) => name.test(one.name));
  if (!told) throw new Error(`nobody is called ${name}`);
  return {
    idempotencyKey: newId<'idempotency'>(),
    serviceSlug: 'sperrmuell',
    formVersion: 1,
    answers: told.answers,
    attachments: [],
    language: 'de',
  };
}

const card = ({ page }: Caseworker) => page.getByRole('region', { name: rule });

test('two operators let a rule act: the simple is done at once, the special goes to a person, and one click ends it', async ({
  newDevice,
  newDesk,
  shared,
}) => {
  test.slow();
  // Nobody else's cases are to be settled by this rule.
  const product = await startProduct(shared);
  const { origin } = product;
  try {
    const tomasz = await newDesk(origin);
    await tomasz.logsIn('Tomasz Wrobel');
    await test.step('Tomasz tries the rule on past cases, and asks to switch it on', async () => {
      await tomasz.opens('/amt/automatik');
      await expect(card(tomasz)).toContainText('Zum Einschalten muss die Regel erst erprobt werden.');
      await card(tomasz)
        .getByRole('button', { name: /an früheren Vorgängen erproben$/ })
        .click();
      await expect(card(tomasz)).toContainText('Die Probe sagt deshalb nichts');
      await card(tomasz)
        .getByRole('button', { name: /Einschalten beantragen$/ })
        .click();
      await card(tomasz).getByLabel('Grund').fill('Der Probelauf beginnt.');
      await card(tomasz).getByRole('button', { name: 'Einschalten beantragen' }).click();
      await expect(card(tomasz)).toContainText('Sie möchten diese Regel einschalten');
      await expect(card(tomasz).getByRole('button', { name: /^Zustimmen/ })).toHaveCount(0);
    });

    const anke = await newDesk(origin);
    await anke.logsIn('Anke Vogel');
    await test.step('Anke agrees', async () => {
      await anke.opens('/amt/automatik');
      await expect(card(anke)).toContainText('Der Probelauf beginnt.');
      await card(anke)
        .getByRole('button', { name: /^Zustimmen/ })
        .click();
      await expect(card(anke).getByRole('button', { name: /ausschalten$/ })).toBeVisible();
    });

    const henrik = await newDevice('phone', origin);
    await henrik.logsIn('Dr. Henrik Vollrath');
    const his = callsOf(henrik.page.request, origin, 'citizen');
    const timeline = henrik.page.getByRole('list', { name: 'Verlauf' });

    await test.step('Henrik’s old sofa is planned without anybody’s hands, and he reads how', async () => {
      const { caseId } = await his.mutate<Receipt>('cases.submit', application(/^an old sofa/));
      await henrik.opens(`/vorgaenge/${caseId}`);
      await expect(henrik.page.getByText('Alles fertig. Ihr Dokument liegt unten bereit.')).toBeVisible({
        timeout: 30_000,
      });
      const approved = timeline.getByRole('listitem').filter({ hasText: 'Antrag genehmigt' });
      await expect(approved).toContainText('automatisch');
      await expect(approved).toContainText('Niemand musste dafür etwas tun.');
      await approved.getByText('So wurde geprüft').click();
      await expect(approved).toContainText('Die Menge passt in eine Abholung.');
      await expect(approved).toContainText('Abfallsatzung der Stadt Jena');
    });

    const { caseId: special, reference } = await his.mutate<Receipt>(
      'cases.submit',
      application(/^a household is cleared/),
    );
    await test.step('a whole household is a matter for a person, and he asks for one', async () => {
      await henrik.opens(`/vorgaenge/${special}`);
      const checked = timeline.getByRole('listitem').filter({ hasText: 'Automatisch geprüft' });
      await expect(checked).toContainText('Jetzt sieht sich das ein Mensch an.', { timeout: 30_000 });
      await expect(checked).toContainText('sieht sich eine Person an');
      await henrik.page.getByText('Lieber ein Mensch?').click();
      await henrik.taps('Ein Mensch soll entscheiden', 'button');
      await expect(
        timeline.getByRole('listitem').filter({ hasText: 'Ein Mensch soll entscheiden' }),
      ).toBeVisible();
      await expect(henrik.page.getByText('Lieber ein Mensch?')).toHaveCount(0);
    });

    await test.step('Uwe finds it among the new ones, reads why, and takes it', async () => {
      const uwe = await newDesk(origin);
      await uwe.logsIn('Uwe Lorenz');
      await uwe.opensQueue('Neu');
      await uwe.opensCase(reference);
      await expect(uwe.case()).toContainText('Möchte, dass ein Mensch entscheidet');
      await expect(uwe.case()).toContainText('Jetzt sieht sich das ein Mensch an.');
      await uwe.takesCase();
    });

    await test.step('one click of Anke ends it', async () => {
      await card(anke)
        .getByRole('button', { name: /ausschalten$/ })
        .click();
      await expect(card(anke)).toContainText(
        'Letzte 30 Tage: 1 genehmigt, 0 vorbereitet, 0 nachgefordert, 1 an',
      );
      await expect(card(anke).getByRole('button', { name: /Einschalten beantragen$/ })).toBeVisible();
    });
  } finally {
    await product.stop();
  }
});
