import { exportNotFound } from '@jena/shared/account';
import { type Actor, exportId } from '@jena/shared/kernel';
import type { Hono } from 'hono';
import { errorResponse } from '../../platform/http/errors.ts';
import { streamBody } from '../../platform/http/stream-body.ts';
import type { Log } from '../../platform/log.ts';
import { type ExportDeps, openExport } from './account.export.ts';

export type AccountHttpDeps = ExportDeps & { log: Log; authenticate: (request: Request) => Promise<Actor> };

/** The archive of a person's own data: bytes do not travel through procedures. */
export function accountRoutes(app: Hono, deps: AccountHttpDeps): void {
  app.get('/files/exports/:id', async (c) => {
    try {
      const id = exportId.safeParse(c.req.param('id'));
      const actor = await deps.authenticate(c.req.raw);
      if (!id.success) throw exportNotFound();
      const { bytes, content, day } = await openExport(deps, actor, id.data);
      const headers = {
        'content-type': 'application/zip',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="meine-daten-${day}.zip"`,
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      };
      return new Response(c.req.method === 'HEAD' ? null : streamBody(content), { headers });
    } catch (error) {
      const answer = errorResponse(error);
      if (answer.status === 500) deps.log.error({ err: error }, 'export request failed');
      return answer;
    }
  });
}
