import { contentVersionSchema, openStateInput, openStateSchema } from '@jena/shared/services';
import { z } from 'zod';
import { publicQuery, router } from '../../platform/trpc.ts';
import type { Services } from './services.usecases.ts';

/** What pages ask beyond the content they carry: is it open now, is my content the newest. */
export function createServicesRouter({ services }: { services: Services }) {
  return router({
    openState: publicQuery({ audit: 'none' })
      .input(openStateInput)
      .output(openStateSchema)
      .query(({ ctx, input }) => services.openState(input.officeId, ctx.clock.now())),

    contentVersion: publicQuery({ audit: 'none', shared: true })
      .input(z.object({}))
      .output(contentVersionSchema)
      .query(() => ({ version: services.contentVersion() })),
  });
}
