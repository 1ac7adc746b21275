import type { LevelOfAssurance } from '@jena/shared/kernel';
import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { bundIdCopy } from '../bundid.copy.ts';
import { Door } from './door.tsx';
import { SamlForm } from './saml-form.tsx';

/** The way in by BundID, where the city has it; with a level, for who is logged in and needs more. */
export function BundIdLogin({ target, level = 'normal' }: { target: string; level?: LevelOfAssurance }) {
  const copy = use(bundIdCopy.once(useLanguage()));
  return (
    <Door name="bundId">
      <SamlForm provider="bundid" returnTo={target} level={level} leaving={copy.leaving}>
        {level === 'normal' ? copy.login : copy.more}
      </SamlForm>
    </Door>
  );
}
