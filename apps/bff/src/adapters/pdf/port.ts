/** The program cannot read this file as a PDF, or needs more time or memory than a document may. */
export class PdfUnreadable extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'PdfUnreadable';
  }
}

/** The program is not there or was stopped: ask again later. */
export class PdfToolAway extends Error {
  readonly reason = 'pdf_tool_missing';
  constructor(detail: string) {
    super(detail);
    this.name = 'PdfToolAway';
  }
}

export const pdfIn = 'in.pdf';
export const pdfOut = 'out.pdf';

export type PdfPort = {
  /**
   * Writes a PDF anew, from `in.pdf` to `out.pdf` of a folder: only what can be reached from its catalogue, without
   * earlier revisions and without anything between or behind its objects; names plainly written, no object streams.
   * @throws PdfUnreadable, PdfToolAway
   */
  rewrite(folder: string): Promise<void>;
  /** @throws PdfToolAway when nothing could be rewritten now */
  ready(): Promise<void>;
};
