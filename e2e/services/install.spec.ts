import { expect, test } from '../support/test.ts';

type Manifest = {
  name: string;
  display: string;
  icons: { src: string; sizes: string; purpose: string }[];
  shortcuts: { name: string; url: string }[];
  screenshots: { src: string; form_factor: string }[];
};

test('someone installs the portal: Chromium finds nothing that stands against it', async ({ ownPhone }) => {
  const citizen = await ownPhone.opens();
  await citizen.hasAppOnPhone();
  const devTools = await citizen.page.context().newCDPSession(citizen.page);
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, data = '{}' } = await devTools.send('Page.getAppManifest');
  expect(errors).toEqual([]);

  const manifest = JSON.parse(data) as Manifest;
  expect(manifest).toMatchObject({ name: 'Jena – Ihre Verwaltung', display: 'standalone' });
  expect(manifest.icons.map((icon) => icon.purpose)).toContain('maskable');
  expect(manifest.shortcuts.map((shortcut) => shortcut.name)).toContain('Meine Vorgänge');
  const pictures = [...manifest.icons, ...manifest.screenshots].map((picture) => picture.src);
  const pages = manifest.shortcuts.map((shortcut) => shortcut.url);
  for (const path of [...pictures, ...pages]) {
    const answer = await citizen.page.request.get(citizen.origin + path);
    expect(answer.status(), path).toBe(200);
  }
});

test('the installed app opens at once on the page of a shortcut', async ({ ownPhone }) => {
  const citizen = await ownPhone.opens();
  await citizen.hasAppOnPhone();
  await citizen.opens('/vorgaenge?start=shortcut');
  await citizen.seesPage('Vorgänge');
});
