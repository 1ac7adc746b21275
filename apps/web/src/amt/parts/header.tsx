import { recoveryOffices } from '@jena/shared/identity';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '../../lib/link.tsx';
import { Mark } from '../../shell/mark.tsx';
import { classNames } from '../../ui/class-names.ts';
import { showToast } from '../../ui/toast/toast.tsx';
import { copy } from '../copy.de.ts';
import { deskCopy } from '../copy.desk.de.ts';
import { recoveryCopy } from '../copy.recovery.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { client } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { createKeyring } from '../lib/keyring.ts';
import { amtPaths, type Place } from '../lib/places.ts';
import { staffSentence } from '../lib/words.ts';
import { SubstitutesDialog } from './substitutes-dialog.tsx';
import './header.css';

/** Who works here and for whom, the areas, and the way out. */
export function Header({ page, onKeys }: { page: Place['page']; onKeys: () => void }) {
  const { staff } = useDesk();
  const office = useNames()?.offices[staff.officeId];
  const areas = [
    { page: 'cases', to: amtPaths.home, label: copy.cases, shown: staff.roles.includes('caseworker') },
    {
      page: 'recovery',
      to: amtPaths.recovery,
      label: recoveryCopy.area,
      shown: staff.roles.includes('caseworker') && recoveryOffices.includes(staff.officeId),
    },
    { page: 'jobs', to: amtPaths.jobs, label: copy.jobs, shown: staff.roles.includes('operator') },
    {
      page: 'automation',
      to: amtPaths.automation,
      label: copy.automation,
      shown: staff.roles.includes('operator'),
    },
  ].filter((area) => area.shown);
  return (
    <header className="head no-print">
      <p className="head-brand">
        <Mark size={24} />
        <span>
          <span className="head-city">{copy.city} · </span>
          {copy.product}
        </span>
      </p>
      {areas.length > 1 && (
        <nav className="head-areas" aria-label={copy.navigation}>
          {areas.map((area) => (
            <Link
              key={area.page}
              to={area.to}
              className={classNames('head-area', area.page === page && 'head-area-here')}
              aria-current={area.page === page ? 'page' : undefined}
            >
              {area.label}
            </Link>
          ))}
        </nav>
      )}
      <div className="head-person">
        <span className="head-name">
          {staff.name}
          {office && <span className="head-office"> · {office}</span>}
        </span>
        {staff.roles.includes('caseworker') && <Substitutes />}
        <button type="button" className="head-tool head-keys" onClick={onKeys}>
          {copy.keys}
        </button>
        <SignOut />
      </div>
    </header>
  );
}

function Substitutes() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="head-tool" onClick={() => setOpen(true)}>
        {deskCopy.substitutes.button}
      </button>
      <SubstitutesDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** Ends the session and reloads, so that nothing of it stays in memory. */
function SignOut() {
  const [keys] = useState(createKeyring);
  const signOut = useMutation({
    mutationFn: () => client.identity.staffLogout.mutate({ idempotencyKey: keys.keyFor('sign-out') }),
    onSuccess: () => location.assign(amtPaths.home),
    onError: (error) => showToast({ text: staffSentence(error) }),
  });
  return (
    <button
      type="button"
      className="head-tool"
      aria-disabled={signOut.isPending || undefined}
      onClick={() => !signOut.isPending && signOut.mutate()}
    >
      {signOut.isPending ? copy.signingOut : copy.signOut}
    </button>
  );
}
