import { use, useEffect, useState } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { type SessionEnd, setLive } from '../../../lib/live.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { logout } from '../../../lib/session.ts';
import { stayLoggedIn } from '../../../lib/session-watch.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { sessionCopy } from '../session.copy.ts';

const close = () => setLive({ sessionEnd: undefined });

/** Stands over the page before a session ends and after: nothing typed is lost by either (WCAG 2.2.1, 2.2.5). */
export function SessionDialog({ end }: { end: SessionEnd }) {
  if (end.kind === 'over') return <Over why={end.why} />;
  return end.kind === 'idle' ? <Idle endsAt={end.endsAt} /> : <Total endsAt={end.endsAt} />;
}

/** Whole minutes that are left; the words change once a minute, so that a screen reader is not flooded. */
function useMinutesLeft(endsAt: number): number {
  const left = () => Math.max(0, Math.ceil((endsAt - Date.now()) / 60_000));
  const [minutes, setMinutes] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setMinutes(left()), 1000);
    return () => clearInterval(timer);
  });
  return minutes;
}

function Idle({ endsAt }: { endsAt: number }) {
  const language = useLanguage();
  const copy = use(sessionCopy.once(language));
  const minutes = useMinutesLeft(endsAt);
  const [busy, setBusy] = useState(false);
  async function stay() {
    setBusy(true);
    await stayLoggedIn();
    setBusy(false);
  }
  async function leave() {
    await logout().catch(() => undefined);
    location.assign(localPath(language, paths.start()));
  }
  return (
    <Dialog
      open
      onClose={() => void stay()}
      title={copy.idleTitle(minutes)}
      actions={
        <>
          <Button onClick={() => void stay()} busy={busy ? copy.staying : undefined}>
            {copy.stay}
          </Button>
          <Button variant="secondary" onClick={() => void leave()}>
            {copy.leave}
          </Button>
        </>
      }
    >
      {copy.idleText}
    </Dialog>
  );
}

function Total({ endsAt }: { endsAt: number }) {
  const copy = use(sessionCopy.once(useLanguage()));
  const minutes = useMinutesLeft(endsAt);
  const [later, setLater] = useState(false);
  return (
    <Dialog
      open={!later}
      onClose={() => setLater(true)}
      title={copy.totalTitle(minutes)}
      actions={
        <>
          <LoginAgain>{copy.renew}</LoginAgain>
          <Button variant="secondary" onClick={() => setLater(true)}>
            {copy.later}
          </Button>
        </>
      }
    >
      {copy.totalText}
    </Dialog>
  );
}

function Over({ why }: { why: 'time' | 'elsewhere' }) {
  const copy = use(sessionCopy.once(useLanguage()));
  return (
    <Dialog
      open
      onClose={close}
      title={copy.overTitle}
      actions={
        <>
          <LoginAgain>{copy.again}</LoginAgain>
          <Button variant="secondary" onClick={close}>
            {copy.close}
          </Button>
        </>
      }
    >
      {copy.over[why]}
    </Dialog>
  );
}

/** The login comes back to this very page. */
function LoginAgain({ children }: { children: string }) {
  return (
    <LinkButton to={paths.login(location.pathname)} onClick={close}>
      {children}
    </LinkButton>
  );
}
