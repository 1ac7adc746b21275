import { cityTime } from '@jena/shared/kernel';
import { type EvidenceStatus, evidenceStatus, type NeededEvidence } from '@jena/shared/vault';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { paths } from '../../../lib/paths.ts';
import { queryClient } from '../../../lib/trpc.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { OwnedEvidenceContext } from '../../services/parts/evidence-list.tsx';
import { ownEvidenceCopy } from '../evidence.copy.ts';
import { useVaultOfVisitor } from './use-vault.ts';
import './vault.css';

type OwnEvidenceProps = {
  evidence: readonly NeededEvidence[];
  /** The list that says what is needed; gets its ticks. */
  children: ReactNode;
};

/** What of the needed papers a logged-in person has already, also without a network. */
export function OwnEvidence(props: OwnEvidenceProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <Compared {...props} />
    </QueryClientProvider>
  );
}

function Compared({ evidence, children }: OwnEvidenceProps) {
  const { documents } = useVaultOfVisitor();
  if (!documents) return children;
  const status = evidenceStatus(evidence, documents, cityTime(new Date()).day);
  return (
    <>
      <Status status={status} />
      <OwnedEvidenceContext value={status.owned}>{children}</OwnedEvidenceContext>
    </>
  );
}

function Status({ status: { have, total, missing } }: { status: EvidenceStatus }) {
  const copy = use(ownEvidenceCopy.once(useLanguage()));
  if (total === 0) return null;
  return (
    <Card as="section" tone={missing.length === 0 ? 'quiet' : 'light'} aria-label={copy.label}>
      <div className="stack">
        <p>
          <strong>{copy.have(have, total)}</strong>
        </p>
        {missing.length > 0 && (
          <>
            <p>{copy.missing}</p>
            <ul className="vault-missing">
              {missing.map(({ id, text, type }) => (
                <li key={id}>
                  <span>{text}</span>
                  <LinkButton variant="secondary" to={paths.vaultAdd(type)} aria-label={copy.addOf(text)}>
                    {copy.add}
                  </LinkButton>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="muted small">{copy.conditions}</p>
      </div>
    </Card>
  );
}
