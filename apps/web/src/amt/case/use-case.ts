import type { CaseId } from '@jena/shared/kernel';
import { skipToken, useQuery } from '@tanstack/react-query';
import { errorCode } from '../../lib/errors.ts';
import { trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';

/**
 * The open case, asked anew whenever it is opened: its person or a colleague may have changed it a second ago. Its first
 * opening is written to the person's access log by the server.
 */
export function useCase(caseId: CaseId | undefined, from: 'queue' | 'search' = 'queue') {
  const { awake } = useDesk();
  return useQuery(
    trpc.cases.staff.open.queryOptions(caseId ? { caseId, from } : skipToken, {
      staleTime: 0,
      enabled: awake && caseId !== undefined,
      retry: (count, error) => count < 1 && errorCode(error) !== 'cases.not_found',
    }),
  );
}

export type OpenedCase = ReturnType<typeof useCase>;
