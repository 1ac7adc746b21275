/** What a prerendered page carries for the browser: which path it shows, and the data it was drawn from. */
export type Embedded = { path: string; data: unknown };

export const embeddedId = 'page-data';

/**
 * The data of the prerendered page, from the page or from the file that it names; undefined in the bare shell, and
 * where the file does not come: then the page is drawn from the content on this phone.
 */
export async function readEmbedded(): Promise<Embedded | undefined> {
  const block = document.getElementById(embeddedId);
  const file = block?.dataset['file'];
  if (file !== undefined) {
    const answer = await fetch(file).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as Embedded) : undefined;
  }
  const text = block?.textContent;
  return text ? (JSON.parse(text) as Embedded) : undefined;
}

/** The data block for a prerendered page. `<` is escaped, so that no text can end the block. */
export function embeddedBlock(json: string): string {
  return `<script type="application/json" id="${embeddedId}">${json.replaceAll('<', '\\u003c')}</script>`;
}

/** The same for data that lies in a file of its own. */
export function embeddedFile(address: string): string {
  return `<script type="application/json" id="${embeddedId}" data-file="${address}"></script>`;
}
