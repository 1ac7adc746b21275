/** What a prerendered page carries for the browser: which path it shows, and the data it was drawn from. */
export type Embedded = { path: string; data: unknown };

export const embeddedId = 'page-data';

/** Reads the data of the prerendered page; undefined in the bare shell. */
export function readEmbedded(): Embedded | undefined {
  const text = document.getElementById(embeddedId)?.textContent;
  return text ? (JSON.parse(text) as Embedded) : undefined;
}

/** The data block for a prerendered page. `<` is escaped, so that no text can end the block. */
export function embeddedBlock(embedded: Embedded): string {
  const json = JSON.stringify(embedded).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${embeddedId}">${json}</script>`;
}
