import { type InboxBox, type InboxMessage, inboxBoxes } from '@jena/shared/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { useLive } from '../../../lib/live.ts';
import { MorePages } from '../../../lib/more-pages.tsx';
import { definePage, type Params } from '../../../lib/page.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { personalLists } from '../../../lib/personal-lists.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Hanfried } from '../../../ui/hanfried/hanfried.tsx';
import { List } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { useVault } from '../../vault/parts/use-vault.ts';
import { notificationsCopy } from '../copy.ts';
import { inboxCopy } from '../inbox.copy.ts';
import { findMessages } from '../parts/find-messages.ts';
import { markMessages } from '../parts/mark-messages.ts';
import { detailOf, MessageRow } from '../parts/message-row.tsx';

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

/** What lies in a box, newest first; `whole` also brings the older pages, as a search needs them. */
function useBox(box: InboxBox, { enabled, whole }: { enabled: boolean; whole: boolean }) {
  const list = useInfiniteQuery({
    ...personalLists.inbox(box),
    enabled,
    refetchInterval: 30_000,
  });
  const { online } = useLive();
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (whole && online && hasNextPage && !isFetching) void fetchNextPage();
  }, [whole, online, hasNextPage, isFetching, fetchNextPage]);
  return { list, messages: list.data?.pages.flatMap((page) => page.messages) ?? [] };
}

function Inbox({ names }: { names: Names }) {
  const copy = useCopy(notificationsCopy);
  const own = useCopy(inboxCopy);
  const language = useLanguage();
  const { online } = useLive();
  const [box, setBox] = useState<InboxBox>('inbox');
  const [words, setWords] = useState('');
  const searching = words.trim() !== '';
  // A search looks into the archive too: nobody remembers what they put away.
  const inbox = useBox('inbox', { enabled: searching || box === 'inbox', whole: searching });
  const archive = useBox('archive', { enabled: searching || box === 'archive', whole: searching });
  const starred = useBox('starred', { enabled: box === 'starred', whole: false });
  const shown = { inbox, archive, starred }[box];
  const all = searching ? [...inbox.messages, ...archive.messages] : shown.messages;
  const vault = useVault({ enabled: all.some(({ documentId }) => documentId !== null) });
  const documentOf = ({ documentId }: InboxMessage) => vault.data?.find(({ id }) => id === documentId);
  const found = findMessages(all, words, (message) =>
    [
      copy.message[message.type],
      copy.messageMore[message.type],
      message.caseReference,
      detailOf({ message, document: documentOf(message), names }, copy, language),
    ].join(' '),
  );

  return (
    <div className="stack">
      <search>
        <TextField name="suche" type="search" label={own.search} value={words} onChange={setWords} />
        <p className="sr-only" role="status">
          {searching && own.found(found.length)}
        </p>
      </search>
      {searching && !online && <p className="muted small">{own.onPhone}</p>}
      {!searching && <Boxes box={box} onChoose={setBox} />}
      {searching && found.length === 0 && <p>{own.nothingFound(words.trim())}</p>}
      {!searching && <Beginning box={box} {...shown} />}
      {found.length > 0 && (
        <List label={searching ? own.search : own.box[box]}>
          {found.map((message) => (
            <MessageRow key={message.id} message={message} document={documentOf(message)} names={names} />
          ))}
        </List>
      )}
      {!searching && <MorePages list={shown.list}>{copy.more}</MorePages>}
    </div>
  );
}

function Boxes({ box, onChoose }: { box: InboxBox; onChoose: (box: InboxBox) => void }) {
  const copy = useCopy(inboxCopy);
  return (
    <fieldset className="inbox-boxes">
      <legend className="sr-only">{copy.boxes}</legend>
      {inboxBoxes.map((one) => (
        <button key={one} type="button" aria-pressed={one === box} onClick={() => onChoose(one)}>
          {copy.box[one]}
        </button>
      ))}
    </fieldset>
  );
}

type BeginningProps = { box: InboxBox } & ReturnType<typeof useBox>;

/** What stands above a box's messages, or instead of them. */
function Beginning({ box, list, messages }: BeginningProps) {
  const copy = useCopy(notificationsCopy);
  const own = useCopy(inboxCopy);
  const errors = useCopy(errorCopy);
  if (!list.data) {
    if (list.isPending && list.fetchStatus !== 'paused') return <SkeletonList rows={4} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void list.refetch()}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  if (messages.length === 0) {
    const { title, text } = own.nothing[box];
    return (
      <>
        <AsOf query={list} />
        <EmptyState title={title} drawing={<Hanfried size="large" />}>
          {text}
        </EmptyState>
      </>
    );
  }
  const fresh = messages.filter(({ readAt }) => readAt === null);
  const failed = (error: unknown) => showToast({ text: errorSentence(errors, error) });
  async function readAll() {
    await markMessages(fresh, { read: true });
    const undo = () => void markMessages(fresh, { read: false }).catch(failed);
    showToast({ text: own.allRead, undo });
  }
  return (
    <>
      <AsOf query={list} />
      {fresh.length > 1 && (
        <Button variant="quiet" onClick={() => void readAll().catch(failed)}>
          {own.readAll}
        </Button>
      )}
    </>
  );
}

export const page = definePage<Names>({
  Page: personal(InboxPage),
  copies: [notificationsCopy, inboxCopy, identityCopy, errorCopy],
  title: ({ language }) => notificationsCopy.get(language).title,
  data: loadNames,
});
