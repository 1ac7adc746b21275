import type { ScanPage } from './pages.ts';
import { writePdf } from './write-pdf.ts';

/** What is kept and sent: a single upright page as the JPEG it is, everything else as one PDF. */
export function toDocument(pages: readonly ScanPage[]): Blob | undefined {
  const [first] = pages;
  if (!first) return undefined;
  return pages.length === 1 && first.turn === 0 ? first.jpeg : writePdf(pages);
}
