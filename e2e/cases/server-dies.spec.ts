import type { Citizen } from '../support/citizen.ts';
import { casesOfOwner } from '../support/database.ts';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

async function answersAll(citizen: Citizen): Promise<void> {
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }));
}

/** What a phone does when its network comes back: it tries at once. */
async function networkComesBack(citizen: Citizen): Promise<void> {
  await citizen.page.context().setOffline(true);
  await citizen.page.context().setOffline(false);
}

test('the server is killed after it took the submission, before it said so: one case, one receipt', async ({
  ownPhone,
  ownProduct,
}) => {
  const begun = new Date();
  const citizen = await ownPhone.opens(ownProduct.origin);
  const { page } = citizen;
  await citizen.logsIn('Lena Okonkwo');
  await answersAll(citizen);
  await page.route(
    '**/trpc/cases.submit*',
    async (route) => {
      await route.fetch();
      await ownProduct.kill();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await citizen.taps('Antrag absenden', 'button');
  await expect(citizen.outbox()).toContainText('Wartet auf Netz.', { timeout: 30_000 });
  await ownProduct.start();
  await networkComesBack(citizen);
  const reference = await citizen.getsReceipt();
  expect(await casesOfOwner(ownProduct, reference, begun)).toBe(1);
});

test('the server is killed in the middle of the submission: in the end there is exactly one case', async ({
  ownPhone,
  ownProduct,
}) => {
  const begun = new Date();
  const citizen = await ownPhone.opens(ownProduct.origin);
  const { page } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await answersAll(citizen);
  await page.route(
    '**/trpc/cases.submit*',
    async (route) => {
      const answered = route.fetch().then(
        () => undefined,
        () => undefined,
      );
      await new Promise((done) => setTimeout(done, 3));
      await ownProduct.kill();
      await answered;
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await citizen.taps('Antrag absenden', 'button');
  await expect(citizen.outbox()).toContainText('Wartet auf Netz.', { timeout: 30_000 });
  await ownProduct.start();
  await networkComesBack(citizen);
  const reference = await citizen.getsReceipt();
  expect(await casesOfOwner(ownProduct, reference, begun)).toBe(1);
});

test('the phone dies in the middle of sending: opened again, it goes on and sends once', async ({
  ownPhone,
  ownProduct,
}) => {
  const begun = new Date();
  let citizen = await ownPhone.opens(ownProduct.origin);
  await citizen.logsIn('Amadou Keïta');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers());
  const sending = citizen.page.waitForRequest((request) => request.method() === 'PATCH');
  await citizen.page.route('**/uploads/**', (route) =>
    route.request().method() === 'PATCH' ? undefined : route.fallback(),
  );
  await citizen.taps('Antrag absenden', 'button');
  await sending;
  citizen = await ownPhone.opens(ownProduct.origin);
  await citizen.opens('/vorgaenge');
  const reference = await citizen.getsReceipt();
  expect(await casesOfOwner(ownProduct, reference, begun)).toBe(1);
});
