import { type CaseState, caseStates, type Search } from '@jena/shared/cases';
import type { Day } from '@jena/shared/kernel';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { navigate } from '../../lib/navigation.ts';
import { Button } from '../../ui/button/button.tsx';
import { copy } from '../copy.de.ts';
import { searchCopy } from '../copy.search.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { amtPaths } from '../lib/places.ts';
import { useShortcuts, useShortcutsOn } from '../lib/shortcuts.ts';
import { stepInQueue } from '../queue/step.ts';
import { isNothing, lookFor, nothing, useAsked } from './asked.ts';
import './search-box.css';

/** Where a caseworker says whom they look for: one line above the queues; what narrows it shows with the results. */
export function SearchBox({ isOpen }: { isOpen: boolean }) {
  const asked = useAsked();
  const [said, setSaid] = useState<Search>(asked);
  const field = useRef<HTMLInputElement>(null);
  const keys = useShortcutsOn();
  useShortcuts({ '/': () => field.current?.focus() });
  useEffect(() => setSaid(asked), [asked]);

  function submit(event: FormEvent) {
    event.preventDefault();
    lookFor({ ...said, text: said.text.trim() });
    navigate(amtPaths.queue('search'));
  }
  function clear() {
    lookFor(nothing);
    field.current?.focus();
  }
  function down(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    stepInQueue(1, undefined);
  }
  return (
    <search className="search-box" aria-label={searchCopy.form}>
      <form onSubmit={submit} noValidate>
        <div className="search-line">
          <input
            ref={field}
            type="search"
            name="text"
            className="control search-text"
            aria-label={searchCopy.field}
            placeholder={searchCopy.field}
            aria-keyshortcuts={keys ? '/' : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            value={said.text}
            onChange={({ target }) => setSaid({ ...said, text: target.value })}
            onKeyDown={down}
          />
          {keys && said.text === '' && (
            <span className="search-key" aria-hidden="true">
              {searchCopy.key}
            </span>
          )}
          <Button type="submit" variant={isOpen ? 'primary' : 'secondary'}>
            {searchCopy.go}
          </Button>
        </div>
        {isOpen && <Narrow said={said} onChange={setSaid} />}
        {isOpen && !isNothing(said) && (
          <Button variant="quiet" onClick={clear}>
            {searchCopy.reset}
          </Button>
        )}
      </form>
    </search>
  );
}

function Narrow({ said, onChange }: { said: Search; onChange: (said: Search) => void }) {
  const services = Object.entries(useNames()?.services ?? {}).sort(([, one], [, other]) =>
    one.localeCompare(other, 'de'),
  );
  const day = (name: 'from' | 'to') => (
    <label>
      <span>{searchCopy[name]}</span>
      <input
        type="date"
        name={name}
        className="control"
        value={said[name] ?? ''}
        onChange={({ target }) => onChange({ ...said, [name]: (target.value || null) as Day | null })}
      />
    </label>
  );
  return (
    <fieldset className="search-narrow">
      <legend className="sr-only">{searchCopy.narrow}</legend>
      <label className="search-wide">
        <span>{searchCopy.service}</span>
        <select
          name="service"
          className="control select"
          value={said.service ?? ''}
          onChange={({ target }) => onChange({ ...said, service: target.value || null })}
        >
          <option value="">{searchCopy.anyService}</option>
          {services.map(([slug, name]) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="search-wide">
        <span>{searchCopy.state}</span>
        <select
          name="state"
          className="control select"
          value={said.state ?? ''}
          onChange={({ target }) => onChange({ ...said, state: (target.value || null) as CaseState | null })}
        >
          <option value="">{searchCopy.anyState}</option>
          {caseStates
            .filter((state) => state !== 'awaiting_signature')
            .map((state) => (
              <option key={state} value={state}>
                {copy.states[state]}
              </option>
            ))}
        </select>
      </label>
      {day('from')}
      {day('to')}
    </fieldset>
  );
}
