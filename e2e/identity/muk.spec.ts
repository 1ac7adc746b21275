import { logsInAtMuk } from '../support/at-muk.ts';
import { movesBusiness } from '../support/firm.ts';
import { assertReadable } from '../support/page-checks.ts';
import { expect, test } from '../support/test.ts';
import { leavesFor } from '../support/way-out.ts';

const firm = 'Kaffeerösterei Paradies GmbH';
const nora = /Kaffeerösterei Paradies GmbH.*Nora Brandt/;
const viaMuk = 'Mit Unternehmenskonto anmelden';

const roastery = {
  name: firm,
  registerNumber: 'HRB 501777',
  owner: { givenNames: 'Nora', familyName: 'Brandt' },
  newAddress: { street: 'Saalstraße', houseNumber: '3' },
};

test('a business logs in with its certificate, applies, and the office sees who acted for it', async ({
  newDevice,
  newDesk,
  ownProduct: { origin },
}) => {
  test.slow();
  // A product of one's own: the drafts of a firm lie in its account, and there is one such firm in the world.
  const karin = await newDesk(origin);
  const citizen = await newDevice('phone', origin);
  const { page } = citizen;
  await citizen.opens('/anmelden');
  await assertReadable(page, 'login with three doors');
  await citizen.taps(viaMuk, 'button');
  await logsInAtMuk(page, nora);
  await citizen.seesPage('Konto');
  const told = page.getByRole('region', { name: 'Das sagt das Unternehmenskonto über Ihren Betrieb' });
  await expect(told).toContainText(firm);
  await expect(told).toContainText('HRB 501777, Registergericht Jena');
  await expect(told).toContainText('Wagnergasse 7, 07743 Jena');
  await expect(told).toContainText(/Mitgeteilt/);
  await expect(page.getByRole('region', { name: 'Wer für den Betrieb handelt' })).toContainText('Brandt');
  await assertReadable(page, 'account of a business');

  const reference = await test.step('Nora applies for the firm, which alone she can choose', async () => {
    await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
    await expect(page.getByText('Diesen Dienst gibt es nur für Menschen')).toBeVisible();
    await citizen.opens('/dienste/gewerbe-ummelden/antrag');
    await expect(page.getByRole('radio')).toHaveCount(1);
    await page.getByRole('radio', { name: new RegExp(`^${firm}`) }).check();
    await citizen.taps(`Antrag für ${firm} beginnen`, 'button');
    await movesBusiness(citizen, roastery);
    await citizen.taps('Antrag absenden', 'button');
    const received = await citizen.getsReceipt();
    await citizen.taps('Vorgang ansehen');
    await expect(page.getByText(`Eingereicht von: Sie für ${firm}.`)).toBeVisible();
    return received;
  });
  const caseAddress = new URL(page.url()).pathname;

  await test.step('the trade office reads who acted, and need not check it', async () => {
    await karin.logsIn('Karin Vogel');
    await karin.opensQueue('Neu');
    await karin.opensCase(reference);
    await expect(karin.case().getByText(`Nora Brandt für ${firm} – Berechtigung geprüft`)).toBeVisible();
  });

  await test.step('a colleague with a certificate of the same firm sees the case', async () => {
    const emil = await newDevice('computer', origin);
    await emil.opens(`/anmelden?zurueck=${encodeURIComponent(caseAddress)}`);
    await emil.taps(viaMuk, 'button');
    await logsInAtMuk(emil.page, /Emil Krüger/);
    await expect(emil.page.getByText(`Nora Brandt für ${firm}`).first()).toBeVisible();
  });
});

test('no business comes in on too low a level, with a stranger’s signature, or with a person’s own certificate', async ({
  citizen,
}) => {
  const { page } = citizen;
  const tries = [
    { certificate: /Ostwind Trading/, says: 'ELSTER kennt Ihren Betrieb noch nicht sicher genug.' },
    {
      certificate: nora,
      mishap: 'Zu niedriges Vertrauensniveau',
      says: 'ELSTER kennt Ihren Betrieb noch nicht sicher genug.',
    },
    {
      certificate: nora,
      mishap: 'Unterschrift eines Fremden',
      says: 'Die Anmeldung über das Unternehmenskonto hat nicht geklappt.',
    },
    { certificate: /Lena Okonkwo/, says: 'Das war ein persönliches ELSTER-Zertifikat.' },
  ];
  for (const { certificate, mishap, says } of tries) {
    await citizen.opens('/anmelden');
    await citizen.taps(viaMuk, 'button');
    await logsInAtMuk(page, certificate, mishap);
    await citizen.seesPage('Anmelden');
    await expect(page.getByText(says)).toBeVisible();
  }
  await citizen.taps(viaMuk, 'button');
  await leavesFor(page, 'Weiter zum Unternehmenskonto');
  await citizen.taps('Abbrechen', 'button');
  await citizen.seesPage('Anmelden');
  await expect(page.getByText('Es wurde nichts übertragen.')).toBeVisible();
});

test('Henrik links his firm with his own account, and finds it under „Für wen?“', async ({
  newDevice,
  ownProduct,
}) => {
  const henrik = await newDevice('phone', ownProduct.origin);
  const { page } = henrik;
  await henrik.logsIn('Dr. Henrik Vollrath');
  await henrik.taps(/^Für andere handeln/);
  await henrik.taps('Betrieb aus dem Unternehmenskonto', 'button');
  await assertReadable(page, 'linking a business');
  await henrik.taps('Weiter zum Unternehmenskonto', 'button');
  await logsInAtMuk(page, /Tischlerei Vollrath/);
  await henrik.seesPage('Für andere handeln');
  await expect(page.getByText('Das Unternehmenskonto hat den Betrieb bestätigt.')).toBeVisible();
  const linked = page.getByRole('article', { name: 'Tischlerei Vollrath' });
  await expect(linked).toContainText('vom Unternehmenskonto bestätigt');
  await linked.getByText('Angaben zum Betrieb').click();
  await expect(linked).toContainText('Camburger Straße 61, 07743 Jena');
  await assertReadable(page, 'a linked business');
  await henrik.opens('/dienste/gewerbe-ummelden/antrag');
  await expect(page.getByRole('radio', { name: /^Tischlerei Vollrath/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Für mich/ })).toBeVisible();

  // The certificate alone leads to an account of the business's own, not into Henrik's.
  const office = await newDevice('computer', ownProduct.origin);
  await office.opens('/anmelden?zurueck=/konto/vertretung');
  await office.taps(viaMuk, 'button');
  await logsInAtMuk(office.page, /Tischlerei Vollrath/);
  await office.seesPage('Für andere handeln');
  await expect(office.page.getByRole('article', { name: 'Tischlerei Vollrath' })).toBeVisible();
  await expect(office.page.getByRole('region', { name: 'Wer noch für Ihren Betrieb handelt' })).toContainText(
    'Vollrath',
  );
  await expect(office.page.getByRole('button', { name: 'Kind hinzufügen' })).toHaveCount(0);
});
