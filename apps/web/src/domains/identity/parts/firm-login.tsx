import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { Card } from '../../../ui/card/card.tsx';
import { firmCopy } from '../firm.copy.ts';
import { Door } from './door.tsx';
import { SamlForm } from './saml-form.tsx';

/** The door for businesses, where the city has it: apart from those for people, so that nobody has to choose among all. */
export function FirmLogin({ target }: { target: string }) {
  const copy = use(firmCopy.once(useLanguage()));
  return (
    <Door name="muk">
      <Card as="section" className="stack" aria-label={copy.title}>
        <h2>{copy.title}</h2>
        <p className="muted">{copy.intro}</p>
        <SamlForm provider="muk" returnTo={target} leaving={copy.leaving}>
          {copy.login}
        </SamlForm>
      </Card>
    </Door>
  );
}
