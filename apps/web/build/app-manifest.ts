import type { ManifestOptions } from 'vite-plugin-pwa';

/** What a phone shows when the portal is installed. Names stay short enough for a home screen. */
export const appManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Jena – Ihre Verwaltung',
  short_name: 'Jena',
  description: 'Anträge, Termine und Auskünfte der Stadt Jena – einfach auf dem Telefon.',
  lang: 'de',
  dir: 'ltr',
  start_url: '/?start=app',
  scope: '/',
  display: 'standalone',
  display_override: ['standalone', 'minimal-ui'],
  background_color: '#f5f6fa',
  theme_color: '#14214e',
  categories: ['government', 'utilities'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  shortcuts: [
    {
      name: 'Dienste suchen',
      short_name: 'Dienste',
      url: '/dienste?start=shortcut',
      icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }],
    },
    {
      name: 'Meine Vorgänge',
      short_name: 'Vorgänge',
      url: '/vorgaenge?start=shortcut',
      icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }],
    },
    {
      name: 'Neu in Jena',
      url: '/neu-in-jena?start=shortcut',
      icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }],
    },
  ],
  screenshots: [
    {
      src: '/screenshots/start.png',
      sizes: '780x1688',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Startseite',
    },
    {
      src: '/screenshots/dienst.png',
      sizes: '780x1688',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Ein Dienst mit Unterlagen und Kosten',
    },
    {
      src: '/screenshots/weit.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Am großen Bildschirm',
    },
  ],
};
