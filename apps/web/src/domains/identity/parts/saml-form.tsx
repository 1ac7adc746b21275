import type { SamlProviderName, startSamlInput } from '@jena/shared/identity';
import { type ReactNode, useEffect, useState } from 'react';
import type { z } from 'zod';
import { expectLogin } from '../../../lib/hint.ts';
import { Button } from '../../../ui/button/button.tsx';

type SamlFormProps = z.input<typeof startSamlInput> & {
  provider: SamlProviderName;
  variant?: 'primary' | 'secondary';
  leaving: string;
  children: ReactNode;
};

/** The one button that leaves for an identity provider: a form, for our server answers with the page that goes on there. */
export function SamlForm({
  provider,
  returnTo,
  purpose = 'login',
  level = 'normal',
  variant = 'secondary',
  leaving,
  children,
}: SamlFormProps) {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    // Who comes back by the browser's own arrow finds the page as it was left.
    const again = () => setGone(false);
    addEventListener('pageshow', again);
    return () => removeEventListener('pageshow', again);
  }, []);
  function leave() {
    setGone(true);
    expectLogin();
  }
  return (
    <form method="post" action={`/saml/${provider}/start`} onSubmit={leave}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="level" value={level} />
      <Button type="submit" block variant={variant} busy={gone ? leaving : undefined}>
        {children}
      </Button>
    </form>
  );
}
