import type { Passkey } from '@jena/shared/identity';
import { newId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { checkSession } from '../../../lib/session.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LockIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { passkeysCopy } from '../passkeys.copy.ts';
import { Asked } from './asked.tsx';
import { PasskeyAdd } from './passkey-add.tsx';
import { addingMark, canPasskeys, typedName } from './passkeys.ts';

/** The person's ways in without the card: add one, remove one. */
export function PasskeyList() {
  const copy = useCopy(passkeysCopy);
  const [adding, setAdding] = useState(() => location.search === addingMark);
  const list = useQuery(trpc.identity.passkeys.queryOptions());
  function close() {
    setAdding(false);
    typedName.forget();
    // Not to be opened once more by a reload.
    if (location.search === addingMark) history.replaceState(history.state, '', location.pathname);
  }
  const passkeys = list.data?.passkeys ?? [];
  return (
    <Section title={copy.title} intro={copy.intro}>
      <div className="stack">
        {list.isPending && list.fetchStatus !== 'paused' && <SkeletonList rows={1} />}
        {list.isError && (
          <Notice tone="warning" action={<Button onClick={() => void list.refetch()}>{copy.again}</Button>}>
            {copy.unavailable}
          </Notice>
        )}
        {passkeys.length > 0 && (
          <List label={copy.title}>
            {passkeys.map((passkey) => (
              <PasskeyItem key={passkey.id} passkey={passkey} />
            ))}
          </List>
        )}
        {canPasskeys() ? (
          <div className="device-buttons">
            <Button variant="secondary" onClick={() => setAdding(true)}>
              {passkeys.length > 0 ? copy.addAnother : copy.add}
            </Button>
          </div>
        ) : (
          <p className="muted">{copy.unsupported}</p>
        )}
      </div>
      {adding && <PasskeyAdd onClose={close} />}
    </Section>
  );
}

function PasskeyItem({ passkey: { id, name, createdAt, usedAt } }: { passkey: Passkey }) {
  const copy = useCopy(passkeysCopy);
  const language = useLanguage();
  async function remove() {
    await client.identity.removePasskey.mutate({ idempotencyKey: newId<'idempotency'>(), passkeyId: id });
    showToast({ text: copy.removed });
    await queryClient.invalidateQueries({ queryKey: trpc.identity.pathKey() });
    // It may have opened this very session.
    await checkSession();
  }
  return (
    <ListRow
      icon={<LockIcon />}
      title={name}
      detail={
        <>
          {copy.created(formatMoment(createdAt, language))}
          <br />
          {usedAt ? copy.used(formatMoment(usedAt, language)) : copy.neverUsed}
        </>
      }
      end={
        <Asked
          title={copy.removeTitle(name)}
          text={copy.removeText}
          action={copy.remove}
          about={name}
          onYes={remove}
        />
      }
    />
  );
}
