import type { LocalService } from '@jena/content';
import { createContext, use } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { CheckCircleIcon } from '../../../ui/icons/basic.tsx';
import { DocumentIcon } from '../../../ui/icons/more.tsx';
import { servicesCopy } from '../copy.ts';
import { Unconfirmed } from './sources.tsx';
import './evidence-list.css';

/** Ids of evidence that the person already has; the vault provides it after login. */
export const OwnedEvidenceContext = createContext<ReadonlySet<string>>(new Set());

type Evidence = LocalService['evidence'];

/** What to bring, first what everyone needs, then what only some do; with a tick at what the person already has. */
export function EvidenceList({ evidence }: { evidence: Evidence }) {
  const copy = useCopy(servicesCopy).service;
  const sometimes = evidence.filter((item) => item.when !== null);
  if (evidence.length === 0) return <p>{copy.noEvidence}</p>;
  return (
    <>
      <Items items={evidence.filter((item) => item.when === null)} />
      {sometimes.length > 0 && (
        <>
          <h3>{copy.evidenceSometimes}</h3>
          <Items items={sometimes} />
        </>
      )}
    </>
  );
}

function Items({ items }: { items: Evidence }) {
  const owned = use(OwnedEvidenceContext);
  if (items.length === 0) return null;
  return (
    <ul className="evidence">
      {items.map((item) => (
        <li key={item.id} className={owned.has(item.id) ? 'evidence-owned' : undefined}>
          {owned.has(item.id) ? <CheckCircleIcon /> : <DocumentIcon />}
          <span>
            {item.when && <span className="evidence-when">{item.when}: </span>}
            {item.text} <Unconfirmed fact={item} />
          </span>
        </li>
      ))}
    </ul>
  );
}
