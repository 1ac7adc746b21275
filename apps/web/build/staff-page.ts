import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * The staff's entry is a page, not the citizens' app: it names no app manifest, so no browser offers to install it.
 * Nothing is drawn here before its script runs, so the two weights of the type are asked for meanwhile.
 */
export function staffPage(): Plugin {
  return {
    name: 'jena:staff-page',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path, bundle }) =>
        path.startsWith('/amt/')
          ? {
              html: html.replace(/\s*<link rel="manifest"[^>]*>/, ''),
              tags: Object.keys(bundle ?? {})
                .filter((file) => /fira-sans-latin-\d00-.+\.woff2$/.test(file))
                .map(fontPreload),
            }
          : html,
    },
  };
}

function fontPreload(file: string): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
    injectTo: 'head',
  };
}
