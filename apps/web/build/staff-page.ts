import type { Plugin } from 'vite';

/** The staff's entry is a page, not the citizens' app: it names no app manifest, so no browser offers to install it. */
export function staffPage(): Plugin {
  return {
    name: 'jena:staff-page',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path }) =>
        path.startsWith('/amt/') ? html.replace(/\s*<link rel="manifest"[^>]*>/, '') : html,
    },
  };
}
