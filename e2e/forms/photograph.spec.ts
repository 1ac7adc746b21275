import { photograph } from '../support/camera.ts';
import { landlordQuestion } from '../support/lena.ts';
import { expect, test } from '../support/test.ts';

const question = '/dienste/wohnsitz-anmelden/antrag/wohnungsgeber';

test('Lena photographs the confirmation: corners found, moved, cut; a second page; the first anew', async ({
  citizen,
}) => {
  const { page, camera } = citizen;
  await citizen.opens(question);
  await citizen.taps('Foto aufnehmen', 'button');
  await expect(
    camera.screen('Blatt fotografieren').getByText('Blatt erkannt. Jetzt auslösen.'),
  ).toBeVisible();
  await camera.shoots();
  const corners = camera.screen('Passen die Ecken?');
  await expect(corners.getByText('Wir haben das Blatt erkannt.')).toBeVisible();

  const corner = corners.getByRole('button', { name: /^Ecke oben links/ });
  const before = await corner.getAttribute('aria-label');
  const place = await corner.boundingBox();
  if (!place) throw new Error('the corner is nowhere');
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width / 2 - 14, place.y + place.height / 2 - 14, { steps: 4 });
  await page.mouse.up();
  await expect(corner).not.toHaveAttribute('aria-label', before ?? '');
  const dragged = await corner.getAttribute('aria-label');
  await corner.press('Shift+ArrowRight');
  await expect(corner).not.toHaveAttribute('aria-label', dragged ?? '');

  await camera.cutsOut();
  const check = camera.screen('Ist alles lesbar?');
  const result = check.getByRole('img', { name: 'Die zugeschnittene Seite' });
  const cleaned = await result.getAttribute('src');
  await expect(check.getByRole('radio', { name: 'Farbe' })).toBeChecked();
  await check.getByRole('radio', { name: 'Schwarz-Weiß' }).check();
  await expect(result).not.toHaveAttribute('src', cleaned ?? '');
  await check.getByRole('button', { name: 'Drehen' }).click();
  await expect(check.getByText('Um 90 Grad gedreht')).toBeAttached();
  await camera.keeps();
  await expect(camera.screen('Blatt fotografieren')).toBeVisible();
  await camera.shoots();
  await camera.cutsOut();
  await camera.keeps();
  await camera.isDone();
  const pages = camera.pages(landlordQuestion);
  await expect(pages).toHaveCount(2);
  await expect(pages.first().getByRole('img')).toBeVisible();

  await pages
    .first()
    .getByRole('button', { name: /neu aufnehmen$/ })
    .click();
  await camera.shoots();
  await camera.cutsOut();
  await camera.keeps();
  await expect(pages).toHaveCount(2);
  await pages
    .last()
    .getByRole('button', { name: /entfernen$/ })
    .click();
  await expect(pages).toHaveCount(1);
});

test('Lena photographs without a network; the picture is there after the app was closed', async ({
  ownPhone,
}) => {
  let citizen = await ownPhone.opens();
  await citizen.hasAppOnPhone();
  await citizen.losesNetwork();
  await citizen.opens(question);
  await citizen.camera.photographs();
  await citizen.camera.isDone();
  await citizen.form.isSaved();
  citizen = await ownPhone.opens();
  await citizen.page.context().setOffline(true);
  await citizen.opens(question);
  await expect(citizen.camera.pages(landlordQuestion)).toHaveCount(1);
  await expect(citizen.camera.pages(landlordQuestion).getByRole('img')).toBeVisible();
});

test('without leave for the camera the picture from the gallery leads to the same end', async ({
  citizen,
}) => {
  const { page, camera } = citizen;
  await citizen.opens(question);
  await page.getByLabel(`${landlordQuestion}: Datei auswählen`).setInputFiles({
    name: 'bestaetigung.jpg',
    mimeType: 'image/jpeg',
    buffer: await photograph(),
  });
  await camera.cutsOut();
  await camera.keeps();
  await expect(camera.pages(landlordQuestion)).toHaveCount(1);
});
