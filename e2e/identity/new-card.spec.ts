import { logsInAtBundId } from '../support/at-bundid.ts';
import { givePasskeys } from '../support/authenticator.ts';
import { expect, test } from '../support/test.ts';
import { type Product, startProduct, world } from '../support/world.ts';

// BundID and card must speak of one person here, so these people are nobody's namesakes.
test.use({ namesake: '' });

// Which cards are known is what these journeys are about: they share it with no others.
let product: Product;
test.beforeAll(async () => {
  product = await startProduct(world());
});
test.afterAll(() => product.stop());

test('Lena has a new card: her passkey proves that the account is hers, and the card joins it', async ({
  newDevice,
}) => {
  const phone = await newDevice('phone', product.origin);
  const { page } = phone;
  await givePasskeys(page);
  await phone.logsIn('Lena Okonkwo');
  await phone.taps('Passkey einrichten');
  await page.getByLabel('Wie soll der Passkey heißen?').fill('Lenas Telefon');
  await phone.taps('Weiter', 'button');
  await expect(page.getByRole('list', { name: 'Anmelden ohne Karte' })).toContainText('Lenas Telefon');
  await phone.opens('/konto');
  await phone.taps('Abmelden', 'button');
  await phone.seesPage('Was möchten Sie erledigen?');

  await phone.opens('/anmelden?zurueck=/konto/anmeldung');
  await phone.taps('Mit Online-Ausweis anmelden', 'button');
  await phone.confirmsOnCard('L. Okonkwo mit neuer Karte');
  await phone.seesPage('Konto anlegen');
  await phone.taps('Konto anlegen', 'button');
  await phone.confirmsOnCard('L. Okonkwo mit neuer Karte');
  await phone.seesPage('Sie haben schon ein Konto');
  await phone.taps('Mit Passkey anmelden', 'button');
  await phone.seesPage('Neuen Ausweis verknüpfen');
  await expect(page.getByText('Sie sind angemeldet als Lena Marie Okonkwo.')).toBeVisible();
  await phone.taps('Mit meinem Konto verknüpfen', 'button');
  await phone.seesPage('Ihr neuer Ausweis ist verknüpft');
  await phone.taps('Weiter');
  await phone.seesPage('Anmeldung und Geräte');
  const cards = page.getByRole('list', { name: 'Online-Ausweis' });
  await expect(cards.getByRole('listitem')).toHaveCount(2);
  await phone.opens('/postfach');
  await page.getByRole('link', { name: /Ein weiterer Ausweis führt jetzt in Ihr Konto/ }).click();
  await phone.seesPage('Anmeldung und Geräte');

  // On another device the new card is enough.
  const computer = await newDevice('computer', product.origin);
  await computer.opens('/anmelden?zurueck=/konto/anmeldung');
  await computer.taps('Mit Online-Ausweis anmelden', 'button');
  await computer.confirmsOnCard('L. Okonkwo mit neuer Karte');
  await computer.seesPage('Anmeldung und Geräte');
  await expect(computer.page.getByRole('list', { name: 'Anmelden ohne Karte' })).toContainText(
    'Lenas Telefon',
  );
});

test('another Lena Okonkwo, born on the same day, begins an account of her own and sees nothing of the first', async ({
  newDevice,
}) => {
  const first = await newDevice('phone', product.origin);
  await first.logsIn('Lena Okonkwo');
  const phone = await newDevice('phone', product.origin);
  await phone.opens('/anmelden');
  await phone.taps('Mit Online-Ausweis anmelden', 'button');
  await phone.confirmsOnCard('Andere Lena Okonkwo');
  await phone.seesPage('Konto anlegen');
  await phone.taps('Konto anlegen', 'button');
  await phone.confirmsOnCard('Andere Lena Okonkwo');
  await phone.seesPage('Sie haben schon ein Konto');
  await expect(phone.page.getByText('Hartung')).toHaveCount(0);
  await phone.taps('Neues Konto anlegen', 'button');
  await phone.seesPage('Konto');
  const card = phone.page.getByRole('region', { name: 'Das steht auf Ihrem Ausweis' });
  await expect(card).toContainText('Bergweg 12');
  await expect(card).not.toContainText('Hartung');
});

test('Mia began with BundID and adds her card; somebody else’s is refused', async ({ newDevice }) => {
  const phone = await newDevice('phone', product.origin);
  const { page } = phone;
  const mia = { person: 'Mia Sommer', way: 'Benutzername und Passwort' } as const;
  await phone.opens('/anmelden?zurueck=/konto/anmeldung');
  await phone.taps('Mit BundID anmelden', 'button');
  await logsInAtBundId(page, mia);
  await phone.seesPage('Ihre BundID ist hier neu');
  await phone.taps('Konto mit BundID anlegen', 'button');
  await logsInAtBundId(page, mia);
  await phone.seesPage('Anmeldung und Geräte');
  await expect(page.getByText('Mit diesem Konto haben Sie noch keinen Ausweis benutzt.')).toBeVisible();
  await phone.taps('Ausweis hinzufügen');
  await phone.seesPage('Ausweis hinzufügen');
  await expect(page.getByText('das Passwort allein danach nicht mehr')).toBeVisible();

  await phone.taps('Ausweis jetzt lesen', 'button');
  await phone.confirmsOnCard('Jannis Adler');
  await phone.seesPage('Ausweis hinzufügen');
  await expect(page.getByText('passen nicht zu dem Konto, in dem Sie angemeldet sind')).toBeVisible();

  await phone.taps('Ausweis jetzt lesen', 'button');
  await phone.confirmsOnCard('Mia Sommer');
  await expect(page.getByText('Ihr Ausweis gehört jetzt zu diesem Konto.')).toBeVisible();
  await phone.taps('Weiter');
  await phone.seesPage('Anmeldung und Geräte');
  await expect(page.getByRole('list', { name: 'Online-Ausweis' }).getByRole('listitem')).toHaveCount(1);
});
