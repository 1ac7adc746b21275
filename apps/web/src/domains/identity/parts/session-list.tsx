import type { Session } from '@jena/shared/identity';
import { newId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatMoment } from '../../../lib/format.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { devicesCopy } from '../devices.copy.ts';
import { DeviceIcon } from './device-icon.tsx';
import { EndOthers, LogoutEverywhere } from './end-sessions.tsx';
import './devices.css';

/** Where the person is logged in now, and the ways to end it. */
export function SessionList() {
  const copy = useCopy(devicesCopy);
  const list = useQuery(trpc.identity.sessions.queryOptions());
  if (!list.data) {
    if (list.isPending && list.fetchStatus !== 'paused') return <SkeletonList rows={2} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void list.refetch()}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  const { sessions } = list.data;
  return (
    <Section title={copy.devices} {...(sessions.length > 1 ? { intro: copy.devicesIntro } : {})}>
      <div className="stack">
        <List label={copy.devices}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </List>
        <div className="device-buttons">
          {sessions.length > 1 && <EndOthers />}
          <LogoutEverywhere />
        </div>
      </div>
    </Section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const copy = useCopy(devicesCopy);
  const language = useLanguage();
  const name = copy.device(session.browser, session.system);
  return (
    <ListRow
      icon={<DeviceIcon system={session.system} />}
      title={name}
      detail={
        <>
          {copy.since(formatMoment(session.startedAt, language), session.method)}
          {!session.current && (
            <>
              <br />
              {copy.seen(formatMoment(session.seenAt, language))}
            </>
          )}
        </>
      }
      end={
        session.current ? <Badge tone="success">{copy.here}</Badge> : <EndOne id={session.id} name={name} />
      }
    />
  );
}

function EndOne({ id, name }: { id: Session['id']; name: string }) {
  const copy = useCopy(devicesCopy);
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  async function end() {
    setBusy(true);
    try {
      await client.identity.endSession.mutate({ idempotencyKey: newId<'idempotency'>(), sessionId: id });
      showToast({ text: copy.ended });
    } catch (error) {
      showToast({ text: errorSentence(errors, error) });
    } finally {
      await queryClient.invalidateQueries({ queryKey: trpc.identity.sessions.queryKey() });
      setBusy(false);
    }
  }
  return (
    <Button variant="secondary" onClick={() => void end()} busy={busy ? copy.working : undefined}>
      {copy.end}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
