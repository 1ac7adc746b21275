import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { renameService } from '../support/on-phone.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';

test('a draft of a service that the city no longer offers says so and is kept', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.opens(`${form}/person`);
  await citizen.form.types('Familienname', 'Okonkwo');
  await citizen.form.isSaved();
  await citizen.opens('/');
  await renameService(page, 'wohnsitz-anmelden', 'gibt-es-nicht-mehr');
  await citizen.opens('/vorgaenge');
  const begun = page.getByRole('region', { name: 'Angefangen' });
  await expect(begun).toContainText('Diesen Dienst gibt es nicht mehr');
});

test('a submission for it comes to rest with a clear sentence, the answers stay', async ({ citizen }) => {
  const { page } = citizen;
  citizen.watched.expectErrors(/status of 4\d\d/);
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
  await page.route('**/trpc/cases.submit*', async (route) => {
    const sent = route.request().postData() ?? '';
    await route.continue({ postData: sent.replaceAll('wohnsitz-anmelden', 'gibt-es-nicht-mehr') });
  });
  await citizen.taps('Antrag absenden', 'button');
  await expect(citizen.outbox()).toContainText(
    'Diesen Dienst bieten wir nicht mehr an. Ihr Entwurf bleibt erhalten.',
  );
  await expect(citizen.outbox().getByRole('button', { name: 'Antrag ändern' })).toBeVisible();
});
