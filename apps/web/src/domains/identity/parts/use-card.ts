import { levelTooLow } from '@jena/shared/identity';
import { use, useState } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { errorCode, errorCopy, errorSentence } from '../../../lib/errors.ts';
import { cardCopy } from '../card.copy.ts';
import { startLogin } from './start-login.ts';

/** True when the server asks for the card: what was refused may be done after `useCard` (docs/decisions/0029). */
export const needsCard = (error: unknown) => errorCode(error) === levelTooLow.code;

type Step = {
  /** Where the way back from the card leads; the address must say everything that a fresh start of the page needs. */
  returnTo: () => string;
  /** Keeps what is only in this page, before the browser leaves. */
  beforeLeaving?: () => void;
};

/** Asks for the card once more in a session that goes on, and comes back to where the person was. */
export function useCard({ returnTo, beforeLeaving }: Step) {
  const language = useLanguage();
  const copy = use(cardCopy.once(language));
  const errors = use(errorCopy.once(language));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  async function confirm() {
    setBusy(true);
    setFailure(undefined);
    try {
      beforeLeaving?.();
      await startLogin(returnTo());
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }
  return { copy, confirm: () => void confirm(), busy: busy ? copy.working : undefined, failure };
}
