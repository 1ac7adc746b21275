import type { Plugin } from 'vite';

const texts = /\bcopy(\.[a-z]{2})?\.ts$/;

/** `npm run dev`: a page loads its texts once, before it draws; a text that changed needs the page anew. */
export function reloadTexts(): Plugin {
  return {
    name: 'jena:reload-texts',
    apply: 'serve',
    hotUpdate({ file }) {
      if (!texts.test(file)) return undefined;
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
  };
}
