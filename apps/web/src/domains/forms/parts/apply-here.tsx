import { lazy, type ReactNode, Suspense } from 'react';
import { useLive } from '../../../lib/live.ts';

// Drafts are asked for only where someone may have one.
const Resume = lazy(async () => ({ default: (await import('./resume.tsx')).Resume }));

/** The way into a form on the page of its service; for who has begun it, the way back to where they were. */
export function ApplyHere(props: { slug: string; children: ReactNode }) {
  const { loggedIn, mine } = useLive();
  if (!loggedIn && !mine) return props.children;
  return (
    <Suspense fallback={props.children}>
      <Resume {...props} />
    </Suspense>
  );
}
