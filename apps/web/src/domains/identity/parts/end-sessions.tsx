import { newId } from '@jena/shared/kernel';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { logoutEverywhere } from '../../../lib/session.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import { showToast } from '../../../ui/toast/toast.tsx';
import { devicesCopy } from '../devices.copy.ts';
import { Asked } from './asked.tsx';

/** Logs out everywhere but here. */
export function EndOthers() {
  const copy = useCopy(devicesCopy);
  async function end() {
    await client.identity.endOtherSessions.mutate({ idempotencyKey: newId<'idempotency'>() });
    await queryClient.invalidateQueries({ queryKey: trpc.identity.sessions.queryKey() });
    showToast({ text: copy.othersEnded });
  }
  return <Asked title={copy.othersTitle} text={copy.othersText} action={copy.othersEnd} onYes={end} />;
}

/** Logs out everywhere and here; `action` is the button's own word for it. */
export function LogoutEverywhere({ action }: { action?: string }) {
  const copy = useCopy(devicesCopy);
  const language = useLanguage();
  async function end() {
    await logoutEverywhere();
    location.assign(localPath(language, paths.start()));
  }
  return (
    <Asked
      title={copy.everywhereTitle}
      text={copy.everywhereText}
      action={action ?? copy.everywhere}
      onYes={end}
      quiet={action === undefined}
    />
  );
}
