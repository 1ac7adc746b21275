import { newId } from '@jena/shared/kernel';
import type { InboxMessage } from '@jena/shared/notifications';
import type { VaultDocument } from '@jena/shared/vault';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AsOf } from '../../../lib/as-of.tsx';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay, formatMoment } from '../../../lib/format.ts';
import { setLive } from '../../../lib/live.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { personalLists } from '../../../lib/personal-lists.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Hanfried } from '../../../ui/hanfried/hanfried.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { useVault } from '../../vault/parts/use-vault.ts';
import { notificationsCopy } from '../copy.ts';

function InboxPage({ data }: { data: Names; params: Params }) {
  const copy = useCopy(notificationsCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Inbox names={data} />
      </LoginGate>
    </div>
  );
}

function Inbox({ names }: { names: Names }) {
  const copy = useCopy(notificationsCopy);
  const inbox = useInfiniteQuery({
    ...personalLists.inbox(),
    refetchInterval: 30_000,
    // Who comes here was just told that something is new: what lies on the phone is shown, and asked for anew.
    staleTime: 0,
  });
  if (!inbox.data) {
    if (inbox.isPending && inbox.fetchStatus !== 'paused') return <SkeletonList rows={4} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void inbox.refetch()}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  const messages = inbox.data.pages.flatMap((page) => page.messages);
  if (messages.length === 0) {
    return (
      <EmptyState title={copy.emptyTitle} drawing={<Hanfried size="large" />}>
        {copy.emptyText}
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <AsOf query={inbox} />
      <List label={copy.title}>
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} names={names} />
        ))}
      </List>
      {inbox.hasNextPage && (
        <Button variant="secondary" onClick={() => void inbox.fetchNextPage()}>
          {copy.more}
        </Button>
      )}
    </div>
  );
}

/** What a reminder is about: the server keeps that sealed, the vault's list on the phone knows it. */
function useDocument({ documentId }: InboxMessage): VaultDocument | undefined {
  const vault = useVault({ enabled: Boolean(documentId) });
  return vault.data?.find(({ id }) => id === documentId);
}

/** To the case, or to the service that makes a paper anew; what is about the login leads to the list of devices. */
function leadsTo(
  { caseId, documentId, type }: InboxMessage,
  document: VaultDocument | undefined,
  { renewedBy }: Names,
): string {
  if (documentId) {
    const slug = document && renewedBy[document.details.type];
    if (slug) return paths.service(slug);
    return document ? paths.vaultDocument(documentId) : paths.vault();
  }
  if (caseId) return paths.case(caseId);
  if (type === 'export_ready') return paths.myData();
  if (type.startsWith('mandate_')) return paths.mandates();
  return /^(passkey_|bundid_|card_|email_|new_login)/.test(type) ? paths.devices() : paths.inbox();
}

/** A message leads to its case; opening it counts as reading. */
function MessageRow({ message, names }: { message: InboxMessage; names: Names }) {
  const copy = useCopy(notificationsCopy);
  const language = useLanguage();
  const fresh = message.readAt === null;
  const document = useDocument(message);
  const validUntil = document?.details.validUntil;
  const about = [
    document?.name.replace(/\.(jpg|png|pdf)$/, ''),
    validUntil && copy.lastDay(formatDay(validUntil, language)),
    message.serviceSlug && names.services[message.serviceSlug],
    formatMoment(message.at, language),
  ];
  return (
    <ListRow
      to={leadsTo(message, document, names)}
      title={
        <>
          {copy.message[message.type]}
          {fresh && <span className="sr-only"> ({copy.unread})</span>}
        </>
      }
      detail={about.filter(Boolean).join(' · ')}
      fresh={fresh}
      onClick={() => {
        if (fresh) void markRead(message);
      }}
    />
  );
}

async function markRead(message: InboxMessage): Promise<void> {
  const { unread } = await client.notifications.markRead.mutate({
    idempotencyKey: newId<'idempotency'>(),
    messageId: message.id,
  });
  setLive({ unread });
  await queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
}

export const page = definePage<Names>({
  Page: personal(InboxPage),
  copies: [notificationsCopy, identityCopy],
  title: ({ language }) => notificationsCopy.get(language).title,
  data: loadNames,
});
