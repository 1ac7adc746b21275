import type { SearchKind } from '@jena/content/search';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useRef, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { useEarlyInput } from '../../../lib/early-input.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { CloseIcon, SearchIcon } from '../../../ui/icons/basic.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { servicesCopy } from '../copy.ts';
import type { Search } from './load-search.ts';
import './search-box.css';

const hitPath = {
  service: paths.service,
  bundle: (slug) => paths.form(slug),
  guide: paths.guide,
  office: paths.office,
} satisfies Record<SearchKind, (slug: string) => string>;

/**
 * The one search. It runs on the phone: its index is loaded when the field is first touched.
 * Without JavaScript the form leads to the list of all services.
 */
export function SearchBox({ children }: { children?: ReactNode }) {
  const copy = useCopy(servicesCopy).search;
  const language = useLanguage();
  const id = useId();
  const [query, setQuery] = useState('');
  const [search, setSearch] = useState<{ find: Search } | 'failed'>();
  const loading = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const asked = useDeferredValue(query.trim());
  const hits = asked.length > 1 && typeof search === 'object' ? search.find(asked) : undefined;

  async function warmUp() {
    if (loading.current) return;
    loading.current = true;
    try {
      const { loadSearch } = await import('./load-search.ts');
      setSearch({ find: await loadSearch(language) });
    } catch {
      loading.current = false;
      setSearch('failed');
    }
  }

  useEarlyInput(field, ({ value, ownerDocument }) => {
    setQuery(value);
    if (value !== '' || ownerDocument.activeElement === field.current) void warmUp();
  });

  function move(event: KeyboardEvent) {
    const links = [...(results.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && query !== '') {
      setQuery('');
      field.current?.focus();
    } else if (step !== 0 && links.length > 0) {
      event.preventDefault();
      if (at + step < 0) field.current?.focus();
      else links[Math.min(at + step, links.length - 1)]?.focus();
    }
  }

  return (
    <search className="find" onKeyDown={move}>
      <form
        className="find-form"
        action={localPath(language, paths.services())}
        onSubmit={(event) => {
          event.preventDefault();
          results.current?.querySelector('a')?.click();
        }}
      >
        <label className="sr-only" htmlFor={id}>
          {copy.label}
        </label>
        <SearchIcon className="find-icon" />
        <input
          ref={field}
          id={id}
          className="find-field"
          type="search"
          name="suche"
          placeholder={copy.placeholder}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
          spellCheck={false}
          value={query}
          onFocus={warmUp}
          onChange={(event) => setQuery(event.target.value)}
        />
        {query !== '' && (
          <button
            type="button"
            className="find-clear"
            aria-label={copy.clear}
            onClick={() => {
              setQuery('');
              field.current?.focus();
            }}
          >
            <CloseIcon />
          </button>
        )}
      </form>
      <div ref={results} className="find-results">
        <p className="sr-only" role="status">
          {hits && copy.found(hits.length)}
        </p>
        {search === 'failed' && query !== '' && <p className="find-nothing">{copy.unavailable}</p>}
        {hits?.length === 0 && (
          <p className="find-nothing">
            <strong>{copy.nothing(asked)}</strong> {copy.nothingHelp}
          </p>
        )}
        {hits && hits.length > 0 && (
          <List label={copy.found(hits.length)}>
            {hits.map((hit) => (
              <ListRow
                key={`${hit.kind}/${hit.slug}`}
                to={hitPath[hit.kind](hit.slug)}
                title={hit.title}
                detail={
                  <>
                    {hit.kind !== 'service' && <strong>{copy.kinds[hit.kind]} · </strong>}
                    {hit.summary}
                  </>
                }
              />
            ))}
          </List>
        )}
      </div>
      {/* What the answers take the place of. */}
      {!(hits && hits.length > 0) && children}
    </search>
  );
}
