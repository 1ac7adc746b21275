import type { EidPurpose, EidQuestions } from '@jena/shared/identity';
import { type ReactNode, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCode, errorCopy } from '../../../lib/errors.ts';
import { paths } from '../../../lib/paths.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { eidCopy } from '../eid.copy.ts';
import { startEid } from './start-eid.ts';

type EidActProps = {
  purpose: EidPurpose;
  returnTo: string;
  questions?: EidQuestions;
  /** Before leaving for the eID client. */
  onLeave?: () => void;
  /** Stands with what went wrong, e.g. a way out; learns the code. */
  wayOut?: ReactNode | ((code: string) => ReactNode);
  variant?: 'primary' | 'secondary';
  children: ReactNode;
};

/** The one button that reads the card, and what went wrong at the last try. */
export function EidAct({
  purpose,
  returnTo,
  questions,
  onLeave,
  wayOut,
  variant = 'primary',
  children,
}: EidActProps) {
  const copy = useCopy(eidCopy);
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(() => codeOfAddress(errors));

  async function begin() {
    setBusy(true);
    setFailure(undefined);
    try {
      await startEid({ purpose, returnTo, ...(questions ? { questions } : {}) });
      onLeave?.();
    } catch (error) {
      setFailure(errorCode(error));
      setBusy(false);
    }
  }

  return (
    <div className="stack">
      {failure && (
        <Notice
          tone="warning"
          live="assertive"
          action={typeof wayOut === 'function' ? wayOut(failure) : wayOut}
        >
          {errors[failure] ?? errors['platform.unexpected']}
        </Notice>
      )}
      <Button
        block
        variant={variant}
        icon={<IdCardIcon />}
        onClick={() => void begin()}
        busy={busy ? copy.starting : undefined}
      >
        {children}
      </Button>
      {busy && (
        <LinkButton variant="quiet" to={paths.loginCode()}>
          {copy.code.title}
        </LinkButton>
      )}
    </div>
  );
}

/** What the way back from the card says in the address, as a code that has a sentence. */
function codeOfAddress(errors: Record<string, string>): string | undefined {
  const code = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('fehler');
  if (!code) return undefined;
  return errors[`identity.${code}`] ? `identity.${code}` : 'identity.eid_failed';
}
