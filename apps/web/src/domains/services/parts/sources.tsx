import type { Bundles } from '@jena/content';
import { useCopy } from '../../../lib/copy.ts';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { servicesCopy } from '../copy.ts';
import './sources.css';

type Source = Bundles['sources']['sources'][string];
export type UsedSource = Pick<Source, 'url' | 'about' | 'asOf'> & { id: string };

const unconfirmed = 'unconfirmed';

export function isUnconfirmed(fact: { sources: readonly string[] }): boolean {
  return fact.sources.every((source) => source === unconfirmed);
}

/** The sources that facts name, each once, in the order in which they first appear. */
export function usedSources(
  facts: readonly { sources: readonly string[] }[],
  all: Bundles['sources']['sources'],
) {
  const ids = new Set(facts.flatMap((fact) => fact.sources));
  return [...ids].flatMap((id): UsedSource[] => {
    const source = all[id];
    return source ? [{ id, url: source.url, about: source.about, asOf: source.asOf }] : [];
  });
}

/** A small mark at a fact that the office has not confirmed; the folded sources at the end explain it. */
export function Unconfirmed({ fact }: { fact: { sources: readonly string[] } }) {
  const copy = useCopy(servicesCopy).service;
  if (!isUnconfirmed(fact)) return null;
  return (
    <span className="unconfirmed" title={copy.fact}>
      {copy.unconfirmed}
    </span>
  );
}

/** „Quellen und Stand“, folded. */
export function Sources({ sources, note }: { sources: readonly UsedSource[]; note: boolean }) {
  const copy = useCopy(servicesCopy).service;
  return (
    <Disclosure summary={copy.sources}>
      {note && <p>{copy.unconfirmedNote}</p>}
      <ul className="sources">
        {sources.map((source) => (
          <li key={source.id}>
            <a href={source.url} rel="noreferrer">
              {source.about}
            </a>{' '}
            <span className="muted small">({copy.asOf(source.asOf)})</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
