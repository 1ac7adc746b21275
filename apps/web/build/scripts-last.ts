const preload = /<link rel="modulepreload"([^>]*)>/g;
const entry = /<script type="module"([^>]*?)src="([^"]+)"><\/script>/;

/** Stands at the end of every drawn page; one text for all pages, so one hash in the content security policy. */
export const startScript =
  '(document.hidden?setTimeout:requestAnimationFrame)(()=>setTimeout(()=>{' +
  'for(const l of document.querySelectorAll("link[data-later]"))l.rel=l.as?"preload":"modulepreload";' +
  'import(document.querySelector("link[data-start]").href)}))';

/**
 * Lets the scripts of a drawn page travel once its words stand: until then they would share the wire and the
 * processor with what a person came to read. A page in the background has no frame to wait for.
 */
export function scriptsLast(html: string): string {
  const main = entry.exec(html)?.[2];
  if (main === undefined) throw new Error('a page without its script');
  const preloads = [...html.matchAll(preload)].map(([, attributes = '']) => attributes);
  const later = [
    `<link data-start data-later href="${main}" crossorigin>`,
    ...preloads.map((attributes) => `<link data-later${attributes}>`),
  ];
  return html
    .replace(entry, '')
    .replace(preload, '')
    .replace('</body>', () => `${later.join('')}<script>${startScript}</script></body>`);
}
