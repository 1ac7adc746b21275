import type { LevelOfAssurance } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { trpc } from '../../../lib/trpc.ts';
import { bundIdCopy } from '../bundid.copy.ts';
import { SamlForm } from './saml-form.tsx';

/** The way in by BundID, where the city has it; with a level, for who is logged in and needs more. */
export function BundIdLogin({ target, level = 'normal' }: { target: string; level?: LevelOfAssurance }) {
  const copy = use(bundIdCopy.once(useLanguage()));
  const doors = useQuery(trpc.identity.doors.queryOptions());
  if (!doors.data?.bundId) return null;
  return (
    <SamlForm provider="bundid" returnTo={target} level={level} leaving={copy.leaving}>
      {level === 'normal' ? copy.login : copy.more}
    </SamlForm>
  );
}
