import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { Announcer } from '../shell/announcer.tsx';
import { Button } from '../ui/button/button.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { SkeletonPage } from '../ui/skeleton/skeleton.tsx';
import { ToastRegion } from '../ui/toast/toast.tsx';
import { copy } from './copy.de.ts';
import { trpc } from './lib/client.ts';
import { DeskContext, type Staff } from './lib/desk.ts';
import { amtPaths, placeOf } from './lib/places.ts';
import { staffSentence } from './lib/words.ts';
import { Frame } from './parts/frame.tsx';
import { SessionOver, SignIn } from './parts/sign-in.tsx';
import './app.css';

/**
 * The staff side. When a session ends under somebody's hands, the screen is covered but not taken down:
 * after signing in again, in another tab, everything typed is still there.
 */
export function App() {
  const who = useQuery(trpc.identity.staffMe.queryOptions(undefined, { staleTime: 60_000 }));
  const [first, setFirst] = useState<Staff>();
  const now = who.data?.kind === 'staff' ? who.data : undefined;
  if (now && !first) setFirst(now);
  const another = now !== undefined && first !== undefined && now.staffId !== first.staffId;
  useEffect(() => {
    // Another person at the same screen must not find anything of the one before.
    if (another) location.assign(amtPaths.home);
  }, [another]);
  if (first) {
    const awake = now !== undefined && !another;
    return (
      <>
        {!now && <SessionOver />}
        <div hidden={!awake}>
          <Signed staff={first} awake={awake} />
        </div>
      </>
    );
  }
  if (who.data) return <SignIn />;
  return (
    <main className="amt amt-plain">
      <h1 className="sr-only">{copy.signIn.title}</h1>
      {who.error ? <Unreachable error={who.error} onAgain={() => void who.refetch()} /> : <SkeletonPage />}
    </main>
  );
}

function Signed({ staff, awake }: { staff: Staff; awake: boolean }) {
  const place = placeOf(usePathname());
  const desk = useMemo(() => ({ staff, awake }), [staff, awake]);
  return (
    <DeskContext value={desk}>
      <Frame place={place} />
      <ToastRegion />
      <Announcer />
    </DeskContext>
  );
}

function Unreachable({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  return (
    <Notice
      tone="danger"
      title={copy.loadFailed}
      live="assertive"
      action={
        <Button variant="secondary" onClick={onAgain}>
          {copy.again}
        </Button>
      }
    >
      {staffSentence(error)}
    </Notice>
  );
}
