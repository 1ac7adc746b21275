import { useCopy } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { Hanfried } from '../../../ui/hanfried/hanfried.tsx';
import { servicesCopy } from '../copy.ts';
import './hanfried-offer.css';

/** Hanfried says where to begin: with a few words into the search. */
export function HanfriedOffer() {
  const copy = useCopy(servicesCopy).start.hanfried;
  return (
    <div className="offer">
      <Hanfried size="small" />
      <div className="offer-words">
        <p>
          <strong>{copy.title}</strong>
        </p>
        <p>{copy.text}</p>
        <button
          type="button"
          className="offer-action"
          onClick={() => document.querySelector<HTMLInputElement>('.find-field')?.focus()}
        >
          {copy.action}
        </button>{' '}
        <Link to={paths.notificationSettings()} className="offer-action">
          {copy.greet}
        </Link>
      </div>
    </div>
  );
}
