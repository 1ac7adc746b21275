import { newId } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { FileMissing, type FileStore } from '../files/port.ts';
import { collect, collectBytes } from './bytes.ts';

async function* bytes(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}

export const readAll = async (source: AsyncIterable<Uint8Array>) => (await collectBytes(source)).toString();

/** What every driver of the file store must do. */
export function fileStoreContract(driver: string, open: () => Promise<FileStore>): void {
  describe(`${driver} keeps files`, () => {
    it('and gives back what it was given', async () => {
      const files = await open();
      const name = newId<'file'>();
      expect(await files.put(name, bytes('guten ', 'Tag'))).toEqual({ bytes: 9 });
      expect(await readAll(await files.get(name))).toBe('guten Tag');
    });

    it('also in folders, and empty ones', async () => {
      const files = await open();
      const name = `vault/${newId<'file'>()}`;
      await files.put(name, bytes());
      expect(await readAll(await files.get(name))).toBe('');
      expect(await collect(files.list())).toEqual([name]);
    });

    it('and says so when there is none', async () => {
      const files = await open();
      await expect(files.get(newId<'file'>())).rejects.toBeInstanceOf(FileMissing);
    });

    it('and forgets them, however often it is told to', async () => {
      const files = await open();
      const name = newId<'file'>();
      await files.put(name, bytes('x'));
      await files.delete(name);
      await files.delete(name);
      await expect(files.get(name)).rejects.toBeInstanceOf(FileMissing);
      expect(await collect(files.list())).toEqual([]);
    });

    it('whole or not at all: a broken upload leaves the older file', async () => {
      const files = await open();
      const name = newId<'file'>();
      await files.put(name, bytes('old'));
      async function* broken() {
        yield Buffer.from('new, but');
        throw new Error('line cut');
      }
      await expect(files.put(name, broken())).rejects.toThrow('line cut');
      expect(await readAll(await files.get(name))).toBe('old');
      expect(await collect(files.list())).toEqual([name]);
    });

    it('and refuses names that could lead elsewhere', async () => {
      const files = await open();
      for (const name of [
        '../etc/passwd',
        '/etc/passwd',
        'a',
        '',
        `../${newId<'file'>()}`,
        `${newId<'file'>()}/..`,
      ]) {
        await expect(files.put(name, bytes('x'))).rejects.toThrow(RangeError);
        await expect(files.get(name)).rejects.toThrow(RangeError);
      }
    });
  });
}
