const mostBytes = 2_000_000;
const qualities = [0.85, 0.75, 0.65, 0.5] as const;

/**
 * The one name of active content in PDFs (forms by XFA) that is short enough to stand in a picture's bytes by chance,
 * about once in a thousand long documents. The server refuses every file that holds it, wherever it stands.
 */
const unlucky = /\/xfa/i;

/** The best of four qualities that is small enough and may stand in a PDF; the least where none is. */
export async function smallJpeg(encode: (quality: number) => Promise<Blob>): Promise<Blob> {
  let blob: Blob | undefined;
  for (const quality of qualities) {
    blob = await encode(quality);
    if (blob.size <= mostBytes && !unlucky.test(await latinText(blob))) break;
  }
  if (!blob) throw new Error('no JPEG');
  return blob;
}

async function latinText(blob: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await blob.arrayBuffer());
}
