import type { InboxMessage } from '@jena/shared/notifications';
import type { VaultDocument } from '@jena/shared/vault';
import type { Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatDay, formatMoment } from '../../../lib/format.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { IconButton } from '../../../ui/button/button.tsx';
import { ArchiveIcon, InboxIcon, StarIcon } from '../../../ui/icons/icons.tsx';
import { ListRow } from '../../../ui/list-row/list-row.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { notificationsCopy } from '../copy.ts';
import { inboxCopy } from '../inbox.copy.ts';
import { markMessages, markOpened } from './mark-messages.ts';
import { leadsTo, reasonFor } from './message-leads.ts';
import './inbox.css';

type MessageRowProps = { message: InboxMessage; document: VaultDocument | undefined; names: Names };

/** A message leads to its case; below it stands why it came, and how it is kept. */
export function MessageRow({ message, document, names }: MessageRowProps) {
  const copy = useCopy(notificationsCopy);
  const language = useLanguage();
  const fresh = message.readAt === null;
  const more = copy.messageMore[message.type];
  return (
    <ListRow
      to={leadsTo(message, document, names)}
      title={
        <>
          {copy.message[message.type]}
          {fresh && <span className="sr-only"> ({copy.unread})</span>}
        </>
      }
      detail={
        <>
          {more && <span className="message-more">{more}</span>}
          {detailOf({ message, document, names }, copy, language)}
        </>
      }
      fresh={fresh}
      onClick={() => markOpened(message)}
      foot={<Foot message={message} title={copy.message[message.type]} />}
    />
  );
}

/** What it is about, and when it came. */
export function detailOf(
  { message, document, names }: MessageRowProps,
  copy: { lastDay: (day: string) => string },
  language: ReturnType<typeof useLanguage>,
): string {
  const validUntil = document?.details.validUntil;
  return [
    document?.name.replace(/\.(jpg|png|pdf)$/, ''),
    validUntil && copy.lastDay(formatDay(validUntil, language)),
    message.serviceSlug && names.services[message.serviceSlug],
    formatMoment(message.at, language),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Foot({ message, title }: { message: InboxMessage; title: string }) {
  const copy = useCopy(inboxCopy);
  const errors = useCopy(errorCopy);
  const starred = message.starredAt !== null;
  const archived = message.archivedAt !== null;
  const failed = (error: unknown) => showToast({ text: errorSentence(errors, error) });

  async function archive() {
    // What is put away is done with; the way back makes it as it was.
    await markMessages([message], { archived: true, read: true });
    const undo = () =>
      void markMessages([message], { archived: false, read: message.readAt !== null }).catch(failed);
    showToast({ text: copy.archived, undo });
  }

  return (
    <div className="message-foot">
      <p>
        {copy.reason[reasonFor(message.type)]} <Link to={paths.notificationSettings()}>{copy.change}</Link>
      </p>
      <div className="message-acts">
        <IconButton
          label={`${starred ? copy.unstar : copy.star}: ${title}`}
          aria-pressed={starred}
          className={starred ? 'message-starred' : undefined}
          onClick={() => void markMessages([message], { starred: !starred }).catch(failed)}
        >
          <StarIcon />
        </IconButton>
        {archived ? (
          <IconButton
            label={`${copy.back}: ${title}`}
            onClick={() => void markMessages([message], { archived: false }).catch(failed)}
          >
            <InboxIcon />
          </IconButton>
        ) : (
          <IconButton label={`${copy.archive}: ${title}`} onClick={() => void archive().catch(failed)}>
            <ArchiveIcon />
          </IconButton>
        )}
      </div>
    </div>
  );
}
