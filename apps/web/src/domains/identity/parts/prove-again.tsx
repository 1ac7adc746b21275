import { lazy, Suspense } from 'react';
import { CardButton } from './card-button.tsx';

const PasskeyLogin = lazy(async () => ({ default: (await import('./passkey-login.tsx')).PasskeyLogin }));
const BundIdLogin = lazy(async () => ({ default: (await import('./bundid-login.tsx')).BundIdLogin }));

/** The ways in once more, for somebody who is logged in since long; each comes back to `target`. */
export function ProveAgain({ target }: { target: string }) {
  return (
    <div className="stack">
      <Suspense>
        <PasskeyLogin target={target} />
        <BundIdLogin target={target} />
      </Suspense>
      <CardButton returnTo={() => target} />
    </div>
  );
}
