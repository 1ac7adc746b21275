import type { CaseId, DocumentId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { attachmentsCopy } from '../copy.attachments.de.ts';
import { useAttaching } from '../lib/attaching.ts';
import { trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';

/** What one message takes along. */
export const mostAttached = 5;

/** While a check runs it is asked for so often, in milliseconds; what waits in quarantine is looked at with the window. */
const askEvery = 1_500;

/** The files of the next message: those that the server has, with how far their check is, and those on their way to it. */
export function useAttachments(caseId: CaseId) {
  const { awake } = useDesk();
  const { sending, ...acts } = useAttaching(caseId);
  const { data = [] } = useQuery(
    trpc.cases.staff.prepared.queryOptions(
      { caseId },
      {
        staleTime: 0,
        enabled: awake,
        refetchInterval: ({ state }) =>
          state.data?.some((file) => file.state === 'checking' && !file.held) ? askEvery : false,
      },
    ),
  );
  const prepared = data.filter(({ id }) => !sending.some((one) => one.id === id));
  const isRefused =
    prepared.some(({ state }) => state === 'refused' || state === 'uploading') ||
    sending.some(({ failure }) => failure !== null);
  const isWaiting = sending.length > 0 || prepared.some(({ state }) => state !== 'available');
  return {
    ...acts,
    sending,
    prepared,
    count: sending.length + prepared.length,
    /** Why the message cannot be sent now. */
    problem: isRefused ? attachmentsCopy.refused : isWaiting ? attachmentsCopy.wait : undefined,
    ready: prepared.map(({ id }): DocumentId => id),
  };
}

export type Attachments = ReturnType<typeof useAttachments>;
