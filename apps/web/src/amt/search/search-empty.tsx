import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { searchCopy } from '../copy.search.de.ts';
import { isNothing, useAsked } from './asked.ts';

/** Before a search, and when it found nothing: what one can do. */
export function SearchEmpty() {
  if (isNothing(useAsked()))
    return (
      <EmptyState title={searchCopy.beginTitle} level={3}>
        <p>{searchCopy.begin}</p>
        <p>{searchCopy.seen}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={searchCopy.nothingTitle} level={3}>
      <ul className="search-tips">
        {searchCopy.nothing.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </EmptyState>
  );
}
