import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCode, errorCopy, errorSentence } from '../../../lib/errors.ts';
import { queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { passkeysCopy } from '../passkeys.copy.ts';
import { addingMark, addPasskey, typedName, whyNot } from './passkeys.ts';
import { startLogin } from './start-login.ts';

/** Asks for a name and makes the passkey; asks for the card first where it was held to the phone too long ago. */
export function PasskeyAdd({ onClose }: { onClose: () => void }) {
  const copy = useCopy(passkeysCopy);
  const errors = useCopy(errorCopy);
  const me = useQuery(trpc.identity.me.queryOptions());
  const [name, setName] = useState(() => typedName.read() ?? copy.ownName);
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isSure = me.data?.kind === 'citizen' && me.data.levelOfAssurance === 'high' && !refused;

  async function act(work: () => Promise<void>) {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      const why = whyNot(error);
      if (errorCode(error) === 'identity.level_too_low') setRefused(true);
      else setFailure(why ? copy[why] : errorSentence(errors, error));
      setBusy(false);
    }
  }
  const add = () =>
    act(async () => {
      await addPasskey(name);
      await queryClient.invalidateQueries({ queryKey: trpc.identity.passkeys.queryKey() });
      showToast({ text: copy.added });
      onClose();
    });
  const holdCard = () =>
    act(async () => {
      typedName.keep(name);
      await startLogin(`${location.pathname}${addingMark}`);
    });

  const isNamed = name.trim() !== '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={isSure ? copy.nameTitle : copy.cardTitle}
      actions={
        <>
          <Button
            onClick={() => void (isSure ? isNamed && add() : holdCard())}
            busy={busy ? copy.working : undefined}
          >
            {isSure ? copy.goOn : copy.card}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {copy.cancel}
          </Button>
        </>
      }
    >
      <div className="stack">
        {isSure ? (
          <TextField
            name="passkey-name"
            label={copy.name}
            hint={copy.nameHint}
            error={isNamed ? undefined : copy.nameMissing}
            maxLength={60}
            value={name}
            onChange={setName}
          />
        ) : (
          <p>{copy.cardText}</p>
        )}
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
