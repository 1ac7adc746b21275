import type { NeededEvidence } from '@jena/shared/vault';
import { lazy, type ReactNode, Suspense } from 'react';
import { useLive } from '../../../lib/live.ts';

// The vault comes only to those who may have one.
const OwnEvidence = lazy(async () => ({ default: (await import('./own-evidence.tsx')).OwnEvidence }));

/** Around a list of needed papers: tells a logged-in person what of it lies in their vault. */
export function OwnTicks(props: { evidence: readonly NeededEvidence[]; children: ReactNode }) {
  // Without a network nobody says who is logged in; what was kept on the phone does.
  const { loggedIn, mine } = useLive();
  if (!loggedIn && !mine) return props.children;
  return (
    <Suspense fallback={props.children}>
      <OwnEvidence {...props} />
    </Suspense>
  );
}
