import { Mark } from '../../shell/mark.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { copy } from '../copy.de.ts';
import { amtPaths } from '../lib/places.ts';
import { useTitle } from './title.ts';

/** Where staff begin. The login itself is the administration's own. */
export function SignIn() {
  const words = copy.signIn;
  const failed = new URLSearchParams(location.search).get('fehler');
  useTitle(words.title);
  return (
    <main className="amt amt-sign-in">
      <div className="amt-card">
        <p className="amt-brand">
          <Mark /> {copy.city} · {copy.product}
        </p>
        <h1>{words.title}</h1>
        {failed !== null && (
          <Notice tone="warning" title={words.failedTitle} live="polite">
            {words.failed[failed] ?? words.failed.refused}
          </Notice>
        )}
        <p>{words.text}</p>
        <a className="btn btn-primary btn-block" href={amtPaths.signIn(location.pathname)}>
          {words.button}
        </a>
        <p className="small">
          <a href="/">{words.citizens}</a>
        </p>
      </div>
    </main>
  );
}

/** Covers the workplace after the session ended, without taking it down. */
export function SessionOver() {
  const words = copy.signIn;
  useTitle(words.overTitle);
  return (
    <main className="amt amt-sign-in">
      <div className="amt-card" role="alert">
        <h1>{words.overTitle}</h1>
        <p>{words.overText}</p>
        <a
          className="btn btn-primary btn-block"
          href={amtPaths.signIn(amtPaths.home)}
          target="_blank"
          rel="noopener"
        >
          {words.overButton}
        </a>
      </div>
    </main>
  );
}
