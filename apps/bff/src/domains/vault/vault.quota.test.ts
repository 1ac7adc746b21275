import { newId } from '@jena/shared/kernel';
import { accountQuotaBytes, maxUploadBytes } from '@jena/shared/vault';
import { afterEach, expect, it } from 'vitest';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { openTestVault, type TestVault } from './vault.testing.ts';
import { beginUpload } from './vault.uploads.ts';

describeOnBothDialects('the quota of a person', (open) => {
  let test: TestVault;
  afterEach(() => test.close());

  const begin = (ownerId: ReturnType<typeof newId<'account'>>, bytes = maxUploadBytes) =>
    beginUpload(test.vault, {
      ownerId,
      documentId: newId<'document'>(),
      filename: 'Akte.pdf',
      filetype: 'application/pdf',
      bytes,
    });
  const refusals = (results: PromiseSettledResult<unknown>[]) =>
    results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.code)] : []));

  it('holds to the byte when uploads begin at the same moment', async () => {
    test = await openTestVault(await open());
    const erika = newId<'account'>();
    const room = accountQuotaBytes / maxUploadBytes;
    await Promise.all(Array.from({ length: room - 2 }, () => begin(erika)));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => begin(erika)));
    expect(refusals(results)).toEqual(Array(6).fill('vault.quota_exceeded'));
    const { documents, store } = test.vault;
    expect(await documents.usage(store.read, erika)).toEqual({ bytes: accountQuotaBytes, documents: room });
    await expect(begin(erika, 1)).rejects.toMatchObject({ code: 'vault.quota_exceeded' });
  });

  it('is each person’s own: others who begin meanwhile find their room', async () => {
    test = await openTestVault(await open());
    const people = Array.from({ length: 4 }, () => newId<'account'>());
    const results = await Promise.allSettled(people.flatMap((person) => [begin(person), begin(person)]));
    expect(refusals(results)).toEqual([]);
  });
});
