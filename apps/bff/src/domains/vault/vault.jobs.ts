import { documentId, folderId, instantSchema } from '@jena/shared/kernel';
import { z } from 'zod';
import { jobHandler } from '../../platform/jobs.ts';
import { purgeDocument } from './vault.changes.ts';
import { checkDocument } from './vault.check.ts';
import { deleteFiles, type VaultDeps } from './vault.documents.ts';
import { recheck } from './vault.hold.ts';
import { forgetFolder } from './vault.own-folders.ts';
import { remind } from './vault.reminders.ts';
import { expireUpload } from './vault.uploads.ts';

const aboutDocument = z.object({ documentId });

/** What happens to documents after a commit; each is harmless to repeat. */
export const vaultJobs = (deps: VaultDeps) => ({
  'vault.check': jobHandler(aboutDocument, (payload) => checkDocument(deps, payload.documentId)),
  'vault.expire': jobHandler(z.object({ documentId, createdAt: instantSchema }), (payload) =>
    expireUpload(deps, payload),
  ),
  'vault.recheck': jobHandler(z.object({}), () => recheck(deps)),
  'vault.purge': jobHandler(z.object({ documentId, removedAt: instantSchema }), (payload) =>
    purgeDocument(deps, payload),
  ),
  'vault.forget_folder': jobHandler(z.object({ folderId, removedAt: instantSchema }), (payload) =>
    forgetFolder(deps, payload),
  ),
  'vault.remind': jobHandler(z.object({ documentId, at: instantSchema }), (payload) => remind(deps, payload)),
  'vault.discard': jobHandler(aboutDocument, (payload) => deleteFiles(deps, payload.documentId)),
});
