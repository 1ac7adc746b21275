import type { Page } from '@playwright/test';

/** How many rows lie in a database on the phone, all stores together; `undefined` while there is no such database. */
export function rowsIn(page: Page, name: string): Promise<number | undefined> {
  return page.evaluate(async (wanted) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === wanted)) return undefined;
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(wanted);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const counts = [...database.objectStoreNames].map(
      (store) =>
        new Promise<number>((done, fail) => {
          const request = database.transaction(store).objectStore(store).count();
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        }),
    );
    const rows = await Promise.all(counts);
    database.close();
    return rows.reduce((sum, count) => sum + count, 0);
  }, name);
}

/** Makes drafts and submissions on the phone belong to another service, as if the catalogue had changed. */
export function renameService(page: Page, from: string, to: string): Promise<void> {
  return page.evaluate(
    async ([before, after]) => {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open('jena-outbox');
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      await new Promise<void>((done, fail) => {
        const transaction = database.transaction('drafts', 'readwrite');
        transaction.oncomplete = () => done();
        transaction.onerror = () => fail(transaction.error);
        const walk = transaction.objectStore('drafts').openCursor();
        walk.onsuccess = () => {
          const cursor = walk.result;
          if (!cursor) return;
          if (cursor.value.serviceSlug === before) cursor.update({ ...cursor.value, serviceSlug: after });
          cursor.continue();
        };
      });
      database.close();
    },
    [from, to] as const,
  );
}

/** Everything in a database on the phone as one text, buffers byte by byte, as whoever copies the storage reads it. */
export function rawText(page: Page, name: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(wanted);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const texts: string[] = [];
    const walk = (value: unknown): void => {
      if (value instanceof ArrayBuffer) texts.push(new TextDecoder('latin1').decode(value));
      else if (ArrayBuffer.isView(value)) walk(value.buffer);
      else if (typeof value === 'object' && value !== null)
        for (const part of Object.values(value)) walk(part);
      else texts.push(String(value));
    };
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((done, fail) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      walk(rows);
    }
    database.close();
    return texts.join('\n');
  }, name);
}
