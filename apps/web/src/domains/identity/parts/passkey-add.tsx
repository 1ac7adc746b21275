import type { Me } from '@jena/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { queryClient, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { passkeysCopy } from '../passkeys.copy.ts';
import { CardDialog } from './card-dialog.tsx';
import { addingMark, addPasskey, typedName, whyNot } from './passkeys.ts';
import { needsCard } from './use-card.ts';

/** The server has the last word; who just came back without a card need not show one. */
const mayAdd = ({ levelOfAssurance, method }: Extract<Me, { kind: 'citizen' }>) =>
  levelOfAssurance === 'high' || method === 'recovery';

/** Asks for a name and makes the passkey; asks for the card first where it was held to the phone too long ago. */
export function PasskeyAdd({ onClose }: { onClose: () => void }) {
  const copy = useCopy(passkeysCopy);
  const errors = useCopy(errorCopy);
  const me = useQuery(trpc.identity.me.queryOptions());
  const [name, setName] = useState(() => typedName.read() ?? copy.ownName);
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const isSure = me.data?.kind === 'citizen' && mayAdd(me.data) && !refused;

  async function add() {
    setBusy(true);
    setFailure(undefined);
    try {
      await addPasskey(name);
      await queryClient.invalidateQueries({ queryKey: trpc.identity.pathKey() });
      showToast({ text: copy.added });
      onClose();
    } catch (error) {
      const why = whyNot(error);
      if (needsCard(error)) setRefused(true);
      else setFailure(why ? copy[why] : errorSentence(errors, error));
      setBusy(false);
    }
  }

  if (me.isLoading) return null;
  if (!isSure)
    return (
      <CardDialog
        onClose={onClose}
        returnTo={() => `${location.pathname}${addingMark}`}
        beforeLeaving={() => typedName.keep(name)}
      />
    );
  const isNamed = name.trim() !== '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={copy.nameTitle}
      actions={
        <>
          <Button onClick={() => void (isNamed && add())} busy={busy ? copy.working : undefined}>
            {copy.goOn}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {copy.cancel}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          name="passkey-name"
          label={copy.name}
          hint={copy.nameHint}
          error={isNamed ? undefined : copy.nameMissing}
          maxLength={60}
          value={name}
          onChange={setName}
        />
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
