import { exportId } from '@jena/shared/kernel';
import { z } from 'zod';
import { jobHandler } from '../../platform/jobs.ts';
import { type ExportDeps, endExport, makeExport } from './account.export.ts';

const aboutExport = z.object({ exportId });

/** Archives of people's own data: made, and ended when their time is up. */
export const accountJobs = (deps: ExportDeps) => ({
  'account.export': jobHandler(aboutExport, (payload) => makeExport(deps, payload.exportId)),
  'account.export_end': jobHandler(aboutExport, (payload) => endExport(deps, payload.exportId)),
});
