import { movesBusiness } from '../support/firm.ts';
import { assertReadable } from '../support/page-checks.ts';
import { expect, test } from '../support/test.ts';

const firm = 'Saaletal Fahrrad GmbH';

test('an employee for a firm: invited by a code, acts in its name, and no more once the owner ends it', {
  tag: '@postgres',
}, async ({ citizen: henrik, caseworker: karin, newDevice, shared }) => {
  test.slow();
  const jannis = await newDevice('phone', shared.origin);

  const code = await test.step('Henrik adds his firm and makes a code for Jannis', async () => {
    const { page } = henrik;
    await henrik.logsIn('Dr. Henrik Vollrath');
    await henrik.taps(/^Für andere handeln/);
    await henrik.taps('Betrieb hinzufügen', 'button');
    await henrik.form.types('Name des Betriebs', firm);
    await henrik.form.types('Nummer im Register', 'HRB 501234');
    await henrik.form.ticks('Der Betrieb gehört mir, oder ich vertrete ihn gesetzlich.');
    await assertReadable(page, 'business form');
    await henrik.taps('Betrieb hinzufügen', 'button');
    await henrik.taps(/^Mitarbeiter.in einladen/, 'button');
    await henrik.taps('Code erstellen', 'button');
    await expect(page.getByText('Bitte wählen Sie mindestens einen Dienst.')).toBeVisible();
    await assertReadable(page, 'invitation with problems');
    await henrik.form.types('Für wen ist die Einladung?', 'Jannis im Büro');
    await henrik.form.ticks('Gewerbe ummelden');
    await henrik.taps('Code erstellen', 'button');
    const offer = page.getByRole('article', { name: 'Jannis im Büro' });
    await expect(offer).toContainText('Wartet auf Annahme');
    await assertReadable(page, 'code');
    return (await offer.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
  });

  const reference = await test.step('Jannis takes the code and applies in the name of the firm', async () => {
    const { page } = jannis;
    await jannis.logsIn('Jannis Adler');
    await jannis.taps(/^Für andere handeln/);
    await jannis.taps('Code einlösen', 'button');
    await jannis.form.types('Code', code.toLowerCase());
    await jannis.taps('Code prüfen', 'button');
    const request = page.getByRole('article', { name: firm });
    await expect(request).toContainText('Wartet auf Ihre Antwort');
    await jannis.taps(/^Annehmen/, 'button');
    await expect(request).toContainText('Mitarbeit in diesem Betrieb');

    await jannis.opens('/dienste/gewerbe-ummelden/antrag');
    await page.getByRole('radio', { name: new RegExp(`^${firm}`) }).check();
    await jannis.taps(`Antrag für ${firm} beginnen`, 'button');
    await movesBusiness(jannis, {
      name: firm,
      registerNumber: 'HRB 501234',
      owner: { givenNames: 'Henrik', familyName: 'Vollrath' },
      newAddress: { street: 'Wagnergasse', houseNumber: '12' },
    });
    await jannis.taps('Antrag absenden', 'button');
    const received = await jannis.getsReceipt();
    await jannis.taps('Vorgang ansehen');
    await expect(page.getByText(`Eingereicht von: Sie für ${firm}.`)).toBeVisible();
    return received;
  });
  const caseAddress = new URL(jannis.page.url()).pathname;

  await test.step('Karin of the trade office sees the firm and who acts for it, confirms and approves', async () => {
    await karin.logsIn('Karin Vogel');
    await karin.opensQueue('Neu');
    await karin.opensCase(reference);
    await expect(
      karin.case().getByText(`Jannis Adler für ${firm} – Berechtigung noch nicht geprüft`),
    ).toBeVisible();
    await karin.takesCase();
    await karin.page.getByRole('button', { name: 'Berechtigung bestätigen' }).click();
    await expect(karin.case().getByText(`Jannis Adler für ${firm} – Berechtigung geprüft`)).toBeVisible();
    await karin.approves();
  });

  const certificate = await test.step('Henrik sees who did it, and opens the certificate', async () => {
    const { page } = henrik;
    await henrik.opens(caseAddress);
    await expect(page.getByText('Alles fertig. Ihr Dokument liegt unten bereit.')).toBeVisible({
      timeout: 25_000,
    });
    await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText(`Jannis Adler für ${firm}`);
    const link = page.getByRole('link', { name: /Empfangsbescheinigung.*von der Stadt Jena/ });
    const address = henrik.origin + (await link.getAttribute('href'));
    const pdf = await page.request.get(address);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    return address;
  });

  await test.step('Henrik ends it: Jannis sees nothing of the firm any more, at once', async () => {
    expect((await jannis.page.request.get(certificate)).status()).toBe(200);
    await henrik.opens('/konto/vertretung');
    await henrik.taps(/^Beenden.*Jannis Adler/, 'button');
    await henrik.taps('Ja, beenden', 'button');
    await expect(henrik.page.getByRole('article', { name: 'Jannis Adler' })).toHaveCount(0);
    jannis.watched.expectErrors(/status of 404/);
    expect((await jannis.page.request.get(certificate)).status()).toBe(404);
    await jannis.opens(caseAddress);
    await expect(jannis.page.getByRole('heading', { name: 'Diesen Vorgang finden wir nicht' })).toBeVisible();
    await jannis.opens('/konto/vertretung');
    await expect(jannis.page.getByText('Noch handeln Sie nur für sich selbst.')).toBeVisible();
    await henrik.taps(/^Beenden.*Saaletal/, 'button');
    await henrik.taps('Ja, beenden', 'button');
    await expect(henrik.page.getByRole('article', { name: firm })).toHaveCount(0);
  });
});
