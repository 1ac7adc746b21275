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
  await camera.addsPage();
  await camera.isDone();
  const documents = camera.pages(landlordQuestion);
  await expect(documents).toHaveCount(1);
  await expect(documents).toContainText('2 Seiten');
  await expect(documents.getByRole('img')).toBeVisible();
});

test('Lena puts pages in order: turned, moved, taken again, deleted and brought back', async ({
  citizen,
}) => {
  test.slow();
  const { page, camera } = citizen;
  await citizen.opens(question);
  await camera.photographs();
  await camera.addsPage();
  await page.getByRole('button', { name: '2 Seiten ansehen und ändern' }).click();
  const book = camera.screen('Seiten');
  const list = book.getByRole('listitem');
  await expect(list).toHaveCount(2);
  await book.getByRole('button', { name: 'Seite 1: Drehen' }).click();
  await book.getByRole('button', { name: 'Seite 1: Nach hinten' }).click();
  await expect(book.getByRole('button', { name: 'Seite 2: Nach vorn' })).toBeFocused();
  await book.getByRole('button', { name: 'Seite 1: Löschen' }).click();
  await expect(list).toHaveCount(1);
  await expect(book.getByText('Seite 1 ist gelöscht.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(2);
  await book.getByRole('button', { name: 'Seite 2: Neu aufnehmen' }).click();
  await camera.addsPage();
  await expect(list).toHaveCount(2);
  await book.getByRole('button', { name: 'Weitere Seite aufnehmen' }).click();
  await camera.addsPage();
  await camera.isDone();
  const documents = camera.pages(landlordQuestion);
  await expect(documents).toContainText('3 Seiten');

  await citizen.form.isSaved();
  await page.reload();
  await expect(documents).toContainText('3 Seiten');
  await documents.getByRole('button', { name: /^Seiten von .* ändern$/ }).click();
  await expect(list).toHaveCount(3);
  for (const left of [2, 1, 0]) {
    await book.getByRole('button', { name: 'Seite 1: Löschen' }).click();
    await expect(list).toHaveCount(left);
  }
  await book.getByRole('button', { name: 'Fertig' }).click();
  await expect(documents).toHaveCount(0);
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

test('a picture that the browser cannot open gets an answer that helps, and a PDF takes the direct way', async ({
  citizen,
}) => {
  const { page, camera } = citizen;
  await citizen.opens(question);
  const chooser = page.getByLabel(`${landlordQuestion}: Datei auswählen`);
  const avif = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypavif\0\0\0\0mif1avif')]);
  await chooser.setInputFiles({ name: 'bild.avif', mimeType: 'image/avif', buffer: avif });
  const refused = camera.screen('Blatt fotografieren');
  await expect(refused.getByRole('alert')).toContainText('speichern Sie das Foto als JPEG');
  await refused.getByRole('button', { name: 'Schließen' }).click();
  await chooser.setInputFiles({
    name: 'mietvertrag.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n'),
  });
  const documents = camera.pages(landlordQuestion);
  await expect(documents).toContainText('mietvertrag.pdf');
  await expect(documents.getByRole('button', { name: /^Seiten von/ })).toHaveCount(0);
});
