import { removableKinds } from '@jena/shared/account';
import { accountId, exportId, instantSchema } from '@jena/shared/kernel';
import { z } from 'zod';
import { jobHandler } from '../../platform/jobs.ts';
import { type ExportDeps, endExport, makeExport } from './account.export.ts';
import { type AccountMailDeps, mailCode, mailFarewell } from './account.mail.ts';
import { sweepUnused, type UnusedDeps } from './account.unused.ts';

const aboutExport = z.object({ exportId });
const aboutCode = z.object({ accountId, codeEndsAt: instantSchema });
const aboutFarewell = z.object({ accountId, sealed: z.string() });
const aboutRemoval = z.object({ accountId, kind: z.enum(removableKinds), removedAt: instantSchema });

/** Archives of people's own data, mails about their address, what was taken away, and accounts that nobody uses. */
export const accountJobs = (deps: ExportDeps & AccountMailDeps & { unused: UnusedDeps }) => ({
  'account.export': jobHandler(aboutExport, (payload) => makeExport(deps, payload.exportId)),
  'account.export_end': jobHandler(aboutExport, (payload) => endExport(deps, payload.exportId)),
  'account.mail_code': jobHandler(aboutCode, (about, context) => mailCode(deps, context, about)),
  'account.mail_farewell': jobHandler(aboutFarewell, (about, context) => mailFarewell(deps, context, about)),
  'account.unused': jobHandler(z.object({}), (_payload, context) => sweepUnused(deps.unused, context)),
  'account.forget_added': jobHandler(aboutRemoval, ({ removedAt, ...which }, { store }) =>
    store.transaction((tx) => deps.accounts.forgetAdded(tx, which, removedAt), { changesPublicData: false }),
  ),
});
