import { useState } from 'react';
import { LinkButton } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { AutomationPage } from '../automation/automation-page.tsx';
import { copy } from '../copy.de.ts';
import { JobsPage } from '../jobs/jobs-page.tsx';
import { useDesk } from '../lib/desk.ts';
import { amtPaths, type Place } from '../lib/places.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { RecoveryPage } from '../recovery/recovery-page.tsx';
import { Header } from './header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useTitle } from './title.ts';
import { Workplace } from './workplace.tsx';

const mainId = 'inhalt';

/** Header and the page of an address. */
export function Frame({ place }: { place: Place }) {
  const { staff } = useDesk();
  const [keysOpen, setKeysOpen] = useState(false);
  useShortcuts({ '?': () => setKeysOpen(true) });
  const operatorOnly = !staff.roles.includes('caseworker') && staff.roles.includes('operator');
  return (
    <div className="amt">
      <a className="amt-skip" href={`#${mainId}`}>
        {copy.skip}
      </a>
      <Header page={place.page} onKeys={() => setKeysOpen(true)} />
      <main id={mainId} tabIndex={-1} className="amt-main">
        <Page place={place.page === 'cases' && operatorOnly ? { page: 'jobs' } : place} />
      </main>
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}

function Page({ place }: { place: Place }) {
  const { staff } = useDesk();
  if (staff.roles.length === 0) return <Nothing title={copy.noRoleTitle} text={copy.noRoleText} />;
  if (place.page === 'cases') return <Workplace place={place} />;
  if (place.page === 'recovery') return <RecoveryPage />;
  if (place.page === 'jobs') return <JobsPage />;
  if (place.page === 'automation') return <AutomationPage />;
  return <Nothing title={copy.unknownTitle} text={copy.unknownText} back />;
}

function Nothing({ title, text, back = false }: { title: string; text: string; back?: boolean }) {
  useTitle(title);
  return (
    <EmptyState
      level={1}
      title={title}
      action={back && <LinkButton to={amtPaths.home}>{copy.toCases}</LinkButton>}
    >
      <p>{text}</p>
    </EmptyState>
  );
}
