import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { appManifest } from './build/app-manifest.ts';
import { chunkGroups } from './build/chunks.ts';
import { kept } from './build/kept.ts';
import { pageFiles } from './build/page-files.ts';
import { plainColoursPlugin } from './build/plain-colours.ts';
import { prerender } from './build/prerender.ts';
import { reloadTexts } from './build/reload-texts.ts';
import { staffPage } from './build/staff-page.ts';

const here = import.meta.dirname;

export default defineConfig(({ isSsrBuild }) => ({
  root: here,
  plugins: [
    react(),
    pageFiles(here),
    isSsrBuild ? [] : prerender(here),
    isSsrBuild
      ? []
      : VitePWA({
          strategies: 'injectManifest',
          srcDir: 'sw',
          filename: 'sw.ts',
          registerType: 'prompt',
          injectRegister: false,
          manifest: appManifest,
          manifestFilename: 'manifest.webmanifest',
          integration: { closeBundleOrder: 'post' },
          injectManifest: {
            globPatterns: kept.patterns,
            globIgnores: kept.ignored,
            maximumFileSizeToCacheInBytes: kept.largest,
          },
        }),
    staffPage(),
    plainColoursPlugin(),
    reloadTexts(),
  ],
  // React has had this hook for years; the shim that wouter brings is dead weight.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': resolve(here, 'src/lib/sync-store.ts') } },
  // `npm run dev`: what is not a page comes from the server on its own port.
  server: {
    proxy: Object.fromEntries(
      ['/trpc', '/uploads', '/files', '/eid', '/saml', '/passkey', '/content', '/amt/anmeldung'].map(
        (path) => [path, `http://localhost:${process.env['PORT'] ?? 3000}`],
      ),
    ),
  },
  build: {
    target: 'es2022',
    manifest: true,
    outDir: isSsrBuild ? 'dist-server' : 'dist',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    ...(isSsrBuild
      ? {}
      : {
          rolldownOptions: {
            output: { codeSplitting: { includeDependenciesRecursively: false, groups: chunkGroups } },
            input: { index: resolve(here, 'index.html'), amt: resolve(here, 'amt/index.html') },
          },
        }),
  },
  ...(isSsrBuild ? { ssr: { noExternal: true } } : {}),
}));
