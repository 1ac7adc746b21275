import { newId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { LockIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { bundIdCopy } from '../bundid.copy.ts';
import { Asked } from './asked.tsx';

/** Whether BundID leads into this account, since when, and how that is begun or ended. */
export function BundIdLink() {
  const copy = useCopy(bundIdCopy);
  const language = useLanguage();
  const list = useQuery(trpc.identity.linkedLogins.queryOptions());
  if (!list.data) return null;
  const { bundIdOffered, logins } = list.data;
  const bundId = logins.find(({ provider }) => provider === 'bundid');
  if (!bundId && !bundIdOffered) return null;
  const hasCard = logins.some(({ provider }) => provider === 'eid');
  const here = localPath(language, paths.devices());

  async function unlink() {
    await client.identity.unlinkBundId.mutate({ idempotencyKey: newId<'idempotency'>() });
    await queryClient.invalidateQueries({ queryKey: trpc.identity.pathKey() });
    showToast({ text: copy.unlinked });
  }

  return (
    <Section title={copy.title} intro={copy.intro}>
      {bundId ? (
        <List label={copy.title}>
          <ListRow
            icon={<LockIcon />}
            title={copy.title}
            detail={(hasCard ? copy.since : copy.begunWith)(formatMoment(bundId.since, language))}
            end={
              hasCard && (
                <Asked title={copy.unlinkTitle} text={copy.unlinkText} action={copy.unlink} onYes={unlink} />
              )
            }
          />
        </List>
      ) : (
        <div className="device-buttons">
          <LinkButton variant="secondary" to={`${paths.bundId()}?zurueck=${encodeURIComponent(here)}`}>
            {copy.toLink}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}
