import { dayFromToday } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

test('Lena moves within Jena: one form for home and parking permit, the dog for later; handed in without network, it arrives as two cases', async ({
  citizen,
}) => {
  const { page, form, camera } = citizen;
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens('/');
  await citizen.searchesFor('umziehen');
  await citizen.searchHits().first().click();
  await citizen.seesPage('Umzug: alles auf einmal');
  await form.chooses('Woher ziehen Sie?', 'Ich ziehe innerhalb von Jena um');
  await form.ticks('Ich habe ein Auto');
  await form.ticks('Ich möchte einen Bewohnerparkausweis');
  await form.ticks('Ich habe einen Hund');
  const list = page.getByRole('region', { name: 'Das erledigen Sie zusammen' });
  await expect(list.getByRole('heading', { level: 3 })).toHaveText([
    'Umzug innerhalb von Jena melden',
    'Bewohnerparkausweis beantragen',
    'Hund anmelden',
  ]);
  await expect(list.getByText('120,00 €')).toBeVisible();
  await citizen.taps('Gemeinsam beginnen', 'button');

  await form.isOn('Ihr Umzug');
  await form.dates('Wann sind Sie eingezogen?', dayFromToday(-5));
  await form.goesOn();
  await form.isOn('Was zieht mit um?');
  await expect(
    form.group('Möchten Sie einen Hund anmelden?').getByRole('radio', { name: 'Ja' }),
  ).toBeChecked();
  await form.goesOn();
  await form.isOn('Ihre neue Adresse in Jena');
  await expect(page.getByText('Diese Angaben gelten für: Wohnung, Parkausweis, Hund')).toBeVisible();
  await form.types('Straße', 'Wagnergasse');
  await form.types('Hausnummer', '12a');
  await form.types('Postleitzahl', '07743');
  await form.goesOn();
  await form.isOn('Angaben zu Ihnen');
  await form.goesOn();
  await form.isOn('Ihre Staatsangehörigkeit');
  await form.goesOn();
  await form.isOn('Wer zieht um?');
  await form.types('Wie viele Personen ziehen zusammen um?', '1');
  await form.goesOn();
  await form.isOn('Bestätigung der Vermieterin oder des Vermieters');
  await form.types('Wer vermietet Ihnen die Wohnung?', 'Wohnbau Jena');
  await camera.photographs();
  await camera.isDone();
  await form.goesOn();
  await form.isOn('Alles jetzt oder etwas später?');
  await form.ticks('Hund: später erledigen');
  await form.isSaved();
  await form.goesOn();
  await form.isOn('Ihr Fahrzeug');
  await form.types('Kennzeichen', 'J-AB 123');
  await form.isSaved();

  // The overview says what is done, and leads on.
  await citizen.opens('/dienste/umzug/antrag');
  await expect(page.getByRole('listitem').filter({ hasText: 'Hund: Hund anmelden' })).toContainText(
    'Für später',
  );
  await citizen.taps('Weiter, wo Sie waren');
  await form.isOn('Ihr Fahrzeug');
  await expect(page.getByLabel('Kennzeichen')).toHaveValue('J-AB 123');
  await camera.photographs();
  await camera.isDone();
  await form.goesOn();
  await form.isOn('Wohnung: Wo Sie jetzt in Jena gemeldet sind');
  await form.types('Straße', 'Lange Straße');
  await form.types('Hausnummer', '3');
  await form.types('Postleitzahl', '07743');
  await form.goesOn();
  await form.isOn('Parkausweis: Worum geht es?');
  await form.chooses('Haben Sie in der Zone einen eigenen Stellplatz?', 'Nein');
  await form.goesOn();
  await form.isOn('Wie wir Sie erreichen');
  await form.types('E-Mail-Adresse', 'lena@example.org');
  await form.goesOn();
  await form.isOn('Ihre Erklärungen');
  await form.ticks('Ich versichere, dass meine Angaben vollständig und richtig sind.');
  await form.ticks('Ich habe die Datenschutzhinweise gelesen.');
  await form.goesOn();
  await form.isOn('Prüfen und absenden');
  await expect(page.getByRole('region', { name: 'Daraus werden 2 Anträge' })).toContainText(
    'bleibt für später',
  );
  await citizen.losesNetwork();
  await citizen.taps('Antrag absenden', 'button');
  await citizen.seesPage('Auf dem Weg');
  await expect(page.getByText('Wartet auf Netz. Sie müssen nichts tun.')).toHaveCount(2);

  await citizen.isBackOnline();
  await expect(page.getByText('Alle 2 Anträge sind angekommen.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^Aktenzeichen J-/)).toHaveCount(2);
  await page.getByRole('article', { name: 'Bewohnerparkausweis beantragen' }).getByRole('link').click();
  await citizen.seesPage('Bewohnerparkausweis beantragen');
  await page.getByText('Ihre Angaben', { exact: true }).click();
  await expect(page.getByText('J-AB123')).toBeVisible();
  await page.goBack();
  await citizen.taps(/Hund anmelden/);
  await citizen.taps('Weiter, wo Sie waren');
  await form.isOn('Ihr Hund');
});
