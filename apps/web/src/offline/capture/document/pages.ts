import { type Turn, turnedRight } from '../vision/turn.ts';

/** A finished page: a JPEG that is never encoded again, and how far it is turned when shown. Pixels of the JPEG. */
export type ScanPage = { id: string; jpeg: Blob; width: number; height: number; turn: Turn };

/** More pages belong into more documents: twenty of at most 2 MB stay below what may be sent. */
export const mostPages = 20;

export type PageChange =
  | { kind: 'add'; page: ScanPage }
  | { kind: 'replace'; id: string; page: ScanPage }
  | { kind: 'move'; id: string; by: -1 | 1 }
  | { kind: 'turn'; id: string }
  | { kind: 'remove'; id: string }
  | { kind: 'insert'; at: number; page: ScanPage };

/** The pages after a change; the same pages when there is nothing to do. */
export function changePages(pages: readonly ScanPage[], change: PageChange): readonly ScanPage[] {
  switch (change.kind) {
    case 'add':
      return pages.length < mostPages ? [...pages, change.page] : pages;
    case 'insert':
      return pages.toSpliced(change.at, 0, change.page);
    case 'replace': {
      const at = pages.findIndex(({ id }) => id === change.id);
      return at < 0 ? changePages(pages, { kind: 'add', page: change.page }) : pages.with(at, change.page);
    }
    case 'move': {
      const at = pages.findIndex(({ id }) => id === change.id);
      const [page, to] = [pages[at], at + change.by];
      if (!page || to < 0 || to >= pages.length) return pages;
      return pages.toSpliced(at, 1).toSpliced(to, 0, page);
    }
    case 'turn':
      return pages.map((page) => (page.id === change.id ? { ...page, turn: turnedRight(page.turn) } : page));
    case 'remove':
      return pages.filter(({ id }) => id !== change.id);
  }
}
