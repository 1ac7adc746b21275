// A document of 100 MB into the vault's encrypted files and out again, beside a plain copy of the same file.
import { createCipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { newId } from '@jena/shared/kernel';
import { openUploadFolder } from '../apps/bff/src/domains/vault/vault.folder.ts';
import { chunkBytes, decryptStream, encryptStream } from '../apps/bff/src/platform/crypto/stream.ts';
import { openDiskFiles } from '../apps/bff/src/platform/files/disk.ts';
import { streamBody } from '../apps/bff/src/platform/http/stream-body.ts';
import { atMost, type Figures, median } from './figures.ts';

const megabytes = 100;
const rounds = 9;
const place = 'vault.file|bench';

/** A file that takes no memory to make: one megabyte of noise, numbered. */
function make(file: string, count: number): void {
  const piece = randomBytes(1_000_000);
  const descriptor = openSync(file, 'w');
  for (let at = 0; at < count; at++) {
    piece.writeUInt32BE(at);
    writeSync(descriptor, piece);
  }
  closeSync(descriptor);
}

/** A plain copy that is on the disk when it is done, as the vault's files are. */
async function copy(from: string, to: string): Promise<void> {
  rmSync(to, { force: true });
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  await handle.sync().finally(() => handle.close());
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

async function seconds(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** How far the process's peak memory rose above where it was while it worked, in bytes. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let highest = before;
  const look = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 2);
  await work();
  clearInterval(look);
  return Math.max(highest, process.memoryUsage.rss()) - before;
}

/** What AES-256-GCM alone takes for as many bytes, in the vault's chunks, from memory to nowhere. */
function cipherOnly(): void {
  const chunk = Buffer.alloc(chunkBytes, 7);
  const key = randomBytes(32);
  for (let done = 0; done < megabytes * 1_000_000; done += chunkBytes) {
    const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12));
    cipher.update(chunk);
    cipher.final();
    cipher.getAuthTag();
  }
}

/** The two ways of a document, by the product's own parts, over a folder. */
async function openWays(folder: string) {
  const files = openDiskFiles(join(folder, 'files'));
  const uploads = await openUploadFolder(join(folder, 'uploads'), createSecretKey(randomBytes(32)));
  const [arrived, stored] = [newId<'document'>(), newId<'document'>()];
  const key = createSecretKey(randomBytes(32));
  const [plain, back] = [join(folder, 'plain'), join(folder, 'back')];
  return {
    plain,
    back,
    /** Lets the plain file arrive as an upload. */
    async arrive() {
      await uploads.create(arrived);
      await uploads.write(arrived, 0, createReadStream(plain));
    },
    /** From the folder where uploads lie, encrypted anew with the document's own key, to the store. */
    store: () => files.put(`vault/${stored}`, encryptStream(key, place, uploads.read(arrived))),
    /** From the store, decrypted, as the body of an answer, to a file that is written as the copy is. */
    async serve() {
      rmSync(back, { force: true });
      const body = streamBody(decryptStream(key, place, await files.get(`vault/${stored}`)));
      await pipeline(body, createWriteStream(back, { highWaterMark: 2 * 1024 * 1024, flush: true }));
    },
  };
}

export async function vault(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'jena-bench-vault-'));
  try {
    const { plain, back, arrive, store, serve } = await openWays(folder);
    // Small once, so that code and buffers are there before memory is looked at.
    make(plain, 4);
    await arrive();
    await store();
    await serve();
    make(plain, megabytes);
    await arrive();

    const grown = await growth(async () => {
      for (let document = 0; document < 3; document++) {
        await store();
        await serve();
      }
    });
    if ((await hashOf(plain)) !== (await hashOf(back))) throw new Error('what came out is not what went in');

    const times = {
      copy: [] as number[],
      store: [] as number[],
      serve: [] as number[],
      cipher: [] as number[],
    };
    // In turn, so that a busy neighbour disturbs all alike.
    for (let round = 0; round < rounds; round++) {
      times.copy.push(await seconds(() => copy(plain, join(folder, 'copy'))));
      times.store.push(await seconds(store));
      times.serve.push(await seconds(serve));
      times.cipher.push(await seconds(cipherOnly));
    }
    const rate = (list: number[]) => `${Math.round(megabytes / median(list))} MB/s`;
    console.log(
      `copy ${rate(times.copy)}, AES-256-GCM alone ${rate(times.cipher)}: what this machine can do`,
    );
    console.log(`encrypt and store ${rate(times.store)}, decrypt and serve ${rate(times.serve)}`);
    const timesOf = (list: number[]) => atMost(median(list) / median(times.copy), 'times a copy', 3);
    return {
      'store.ratio': timesOf(times.store),
      'serve.ratio': timesOf(times.serve),
      // Node frees buffers once 64 MB of them wait; one document held whole would be 100 MB more.
      'memory.growth': atMost(grown / 1_000_000, 'MB', 80),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
