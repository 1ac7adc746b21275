import { expect, test } from '../support/test.ts';

test('Henrik’s app and Safari share no cookies: he carries the reading of his card over by a code', async ({
  newDevice,
  ownProduct,
}) => {
  const { origin } = ownProduct;
  const [earlier, app, safari] = [
    await newDevice('phone', origin),
    await newDevice('phone', origin),
    await newDevice('phone', origin),
  ];
  await earlier.logsIn('Dr. Henrik Vollrath');

  // The system hands the link of the app to the ID app, and what comes back to Safari.
  let link = '';
  await app.page.route('**/eID-Client?**', async (route) => {
    link = route.request().url();
    await route.fulfill({ status: 204 });
  });
  await app.opens('/anmelden?zurueck=/vorgaenge');
  await app.taps('Mit Online-Ausweis anmelden', 'button');
  await expect.poll(() => link).not.toBe('');
  await safari.page.goto(link);
  await safari.presentsCard('Dr. Henrik Vollrath');
  await safari.seesPage('Haben Sie selbst begonnen?');
  await expect(safari.page.getByText('Niemand von der Stadt fragt Sie nach diesem Code.')).toBeVisible();
  await safari.page.getByRole('button', { name: 'Ja, Code zeigen' }).click();
  await safari.seesPage('Ihr Code');
  const code = (await safari.page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).textContent()) ?? '';

  // The app knows nothing by itself.
  expect((await app.page.context().cookies()).map(({ name }) => name)).not.toContain('__Host-jena_session');
  await app.taps('Code eingeben');
  await app.seesPage('Code eingeben');
  const field = app.page.getByLabel('Code', { exact: true });
  await field.fill('AAAA');
  await app.taps('Weiter', 'button');
  await expect(app.page.getByText('Der Code hat 8 Zeichen.')).toBeVisible();
  app.watched.expectErrors(/status of 400/);
  await field.fill(code.startsWith('A') ? code.replace('A', 'B') : code.replace(/^./, 'A'));
  await app.taps('Weiter', 'button');
  await expect(app.page.getByText('Der Code stimmt nicht.')).toBeVisible();
  await field.fill(code.toLowerCase());
  await app.taps('Weiter', 'button');
  await app.seesPage('Vorgänge');
  await app.opens('/konto');
  await expect(app.page.getByRole('region', { name: 'Das steht auf Ihrem Ausweis' })).toContainText(
    'Vollrath',
  );

  await safari.opens('/konto');
  await expect(safari.page.getByText('Sie sind nicht angemeldet')).toBeVisible();
});
