import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { exits } from './exits.ts';
import { type HeifPort, HeifTooLarge, HeifUnreadable, type Pixels } from './port.ts';

const here = import.meta.dirname;
const child = resolve(here, 'decode.child.ts');
const libheif = dirname(createRequire(import.meta.url).resolve('libheif-js/wasm-bundle.js'));
/** A phone's largest photograph takes about five seconds; what takes longer wants something else. */
const longestRun = 60_000;
/** Pages of 64 KiB that WebAssembly may have: enough for 50 million pixels, too little to trouble the machine. */
const memoryPages = 12_288;

const rights = [
  '--permission',
  `--allow-fs-read=${here}`,
  `--allow-fs-read=${libheif}`,
  `--allow-fs-read=${resolve(here, '../../../package.json')}`,
];
const limits = [`--wasm-max-mem-pages=${memoryPages}`, '--max-old-space-size=256'];

/** libheif as WebAssembly, in a process without rights for each picture; killed when it takes too long. */
export function createHeif(options: { longestRunMs?: number } = {}): HeifPort {
  return {
    decode: (file, { maxPixels }) =>
      new Promise<Pixels>((done, fail) => {
        const args = [...rights, ...limits, '--no-warnings', child, String(maxPixels)];
        const decoder = spawn(process.execPath, args, { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
        const timer = setTimeout(() => decoder.kill('SIGKILL'), options.longestRunMs ?? longestRun);
        const parts: Buffer[] = [];
        let length = 0;
        decoder.stdout.on('data', (part: Buffer) => {
          length += part.length;
          if (length > 8 + maxPixels * 4) decoder.kill('SIGKILL');
          else parts.push(part);
        });
        // It may end before it has read everything.
        decoder.stdin.on('error', () => undefined);
        decoder.stdin.end(file);
        decoder.on('error', fail);
        decoder.on('close', (code) => {
          clearTimeout(timer);
          if (code === exits.tooLarge) return fail(new HeifTooLarge());
          if (code !== exits.decoded) return fail(new HeifUnreadable(`the decoder ended with ${code}`));
          const pixels = pixelsOf(Buffer.concat(parts));
          if (pixels) done(pixels);
          else fail(new HeifUnreadable('fewer pixels than announced'));
        });
      }),
  };
}

function pixelsOf(answer: Buffer): Pixels | undefined {
  if (answer.length < 8) return undefined;
  const [width, height] = [answer.readUInt32BE(0), answer.readUInt32BE(4)];
  const data = answer.subarray(8);
  return data.length === width * height * 4 ? { width, height, data } : undefined;
}
