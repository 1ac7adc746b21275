import { badInput, tooLarge, tooMany } from '@jena/shared/platform';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { createRateLimiter } from '../rate-limit.ts';
import { errorResponse } from './errors.ts';
import { safePath } from './safe-path.ts';

/** Where browsers tell what the content security policy kept a page from doing (CSP level 3, §5). */
export const policyReportsPath = '/berichte/richtlinie';

const mediaTypes = ['application/reports+json', 'application/csp-report'];
const longestReport = 16 * 1024;
const mostInReport = 20;
/** For everybody together: a page that goes wrong for all shall not fill the log. */
const limit = { most: 60, windowSeconds: 60 };

const text = z.string().max(4000);
/** The older form (`report-uri`): one violation, names with hyphens. */
const single = z.object({
  'csp-report': z.object({
    'document-uri': text,
    'effective-directive': text.optional(),
    'violated-directive': text.optional(),
    'blocked-uri': text.optional(),
  }),
});
/** The newer form (`report-to`, Reporting API): a list, in which other kinds may stand too. */
const list = z
  .array(
    z.object({
      type: text,
      body: z
        .object({
          documentURL: text.optional(),
          effectiveDirective: text.optional(),
          blockedURL: text.optional(),
        })
        .nullish(),
    }),
  )
  .max(mostInReport);

type Violation = { directive: string; page: string; blocked: string };

/**
 * What a report says, without what could be somebody's: of the page its path with ids cut out, of what was blocked
 * its host alone. Extracts of scripts and sources of lines are not kept.
 * @throws platform.bad_input when it is no report
 */
function violationsIn(body: unknown): Violation[] {
  const older = single.safeParse(body);
  if (older.success) {
    const report = older.data['csp-report'];
    const directive = report['effective-directive'] ?? report['violated-directive'] ?? '';
    return [violation(directive, report['document-uri'], report['blocked-uri'])];
  }
  const newer = list.safeParse(body);
  if (!newer.success) throw badInput();
  return newer.data
    .filter(({ type }) => type === 'csp-violation')
    .map(({ body: found }) =>
      violation(found?.effectiveDirective ?? '', found?.documentURL ?? '', found?.blockedURL),
    );
}

function violation(directive: string, page: string, blocked = ''): Violation {
  const { pathname = '' } = URL.parse(page) ?? {};
  return {
    directive: /^[a-z-]{1,40}/.exec(directive)?.[0] ?? 'unknown',
    page: safePath(pathname),
    // 'inline', 'eval', 'data' and the like are words, not addresses.
    blocked: URL.parse(blocked)?.host ?? /^[a-z-]{1,40}$/.exec(blocked)?.[0] ?? 'unknown',
  };
}

/** Takes reports of blocked content into log and counters (ASVS 3.4.7); anybody may send one, so none is believed further. */
export function policyReports(
  // biome-ignore lint/suspicious/noExplicitAny: any variables of the app will do
  app: Hono<any>,
  { log, clock, metrics }: { log: Log; clock: Clock; metrics: Metrics | undefined },
): void {
  const limiter = createRateLimiter({ clock, ...limit });
  app.post(
    policyReportsPath,
    bodyLimit({ maxSize: longestReport, onError: () => errorResponse(tooLarge({ bytes: longestReport })) }),
    async (c) => {
      const [mediaType = ''] = (c.req.header('content-type') ?? '').split(';');
      if (!mediaTypes.includes(mediaType.trim().toLowerCase())) throw badInput();
      if (!limiter.take('all')) throw tooMany();
      const body = await c.req.json<unknown>().catch(() => {
        throw badInput();
      });
      for (const found of violationsIn(body)) {
        metrics?.blocked(found.directive);
        log.warn(found, 'content was blocked on a page');
      }
      return c.body(null, 204);
    },
  );
}
