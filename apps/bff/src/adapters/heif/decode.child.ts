// A process of its own for one picture: reads the file from stdin, writes width, height (4 bytes each) and the pixels
// to stdout. It gets no rights, no environment and little memory: what it reads came from a stranger.
import { readFileSync, writeSync } from 'node:fs';
import { exits } from './exits.ts';

const maxPixels = Number(process.argv[2]);
// What libheif has to say would stand among the pixels.
console.log = () => undefined;
const { default: libheif } = await import('libheif-js/wasm-bundle.js');

function end(code: number): never {
  process.exit(code);
}

/** Writes it all: a pipe takes less at once, and says so when it is full. */
function write(bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(1, bytes, from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

const pictures = new libheif.HeifDecoder().decode(readFileSync(0));
const main = pictures.find((picture) => picture.is_primary()) ?? pictures[0];
if (main === undefined) end(exits.unreadable);
const [width, height] = [main.get_width(), main.get_height()];
if (!(width > 0 && height > 0)) end(exits.unreadable);
if (width * height > maxPixels) end(exits.tooLarge);

const data = new Uint8ClampedArray(width * height * 4);
main.display({ data, width, height }, (decoded) => {
  if (decoded === null) end(exits.unreadable);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  write(head);
  write(new Uint8Array(data.buffer));
  end(exits.decoded);
});
