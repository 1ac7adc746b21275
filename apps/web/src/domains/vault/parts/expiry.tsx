import type { VaultDocument } from '@jena/shared/vault';
import { useState } from 'react';
import type { Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatDay } from '../../../lib/format.ts';
import { useLive } from '../../../lib/live.ts';
import { paths } from '../../../lib/paths.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { vaultCopy } from '../copy.ts';
import { documentTypeCopy } from '../types.copy.ts';
import { setRemind } from './remind.ts';
import { endsWhen, validityOf } from './validity.ts';

type Renewals = Pick<Names, 'services' | 'renewedBy'>;

/** True for a document whose owner should do something before, or because, it is over. */
function needsCare({ state, details }: VaultDocument): boolean {
  const validity = validityOf(details);
  return state === 'available' && details.remind && (validity === 'soon' || validity === 'expired');
}

/** What runs out soon or is over, at the top of the vault, each with the way to a new one. */
export function Expiring({ documents, names }: { documents: readonly VaultDocument[]; names: Renewals }) {
  const copy = useCopy(vaultCopy);
  const found = documents.filter(needsCare);
  if (found.length === 0) return null;
  return (
    <Section title={copy.expiringTitle}>
      <div className="stack">
        {found.map((document) => (
          <ExpiryNotice key={document.id} document={document} names={names} named />
        ))}
      </div>
    </Section>
  );
}

type ExpiryNoticeProps = {
  document: VaultDocument;
  names: Renewals;
  /** Says which document it is, where that is not the page's title. */
  named?: boolean;
};

/** That a document runs out, where a new one is to be had, and how to hear no more of it. */
export function ExpiryNotice({ document, names, named = false }: ExpiryNoticeProps) {
  const copy = useCopy(vaultCopy);
  const types = useCopy(documentTypeCopy);
  const language = useLanguage();
  const { details } = document;
  if (!needsCare(document) || details.validUntil === null) return null;
  const isOver = validityOf(details) === 'expired';
  const name = document.name.replace(/\.(jpg|png|pdf)$/, '');
  const words = isOver ? copy.isOver : copy.endsIn(endsWhen(details, language));
  const slug = names.renewedBy[details.type];
  return (
    <Notice
      tone={isOver ? 'danger' : 'warning'}
      title={named ? <bdi>{copy.about(name, words)}</bdi> : words}
      action={
        <div className="vault-buttons">
          {slug && (
            <LinkButton to={paths.service(slug)} aria-label={copy.renewOf(types.type[details.type])}>
              {copy.renew}
            </LinkButton>
          )}
          <RemindSwitch document={document} label={named ? copy.noRemindOf(name) : undefined} />
        </div>
      }
    >
      {copy.lastDay(formatDay(details.validUntil, language))} {slug ? '' : copy.renewElsewhere}
    </Notice>
  );
}

/** Hears no more of this document's end, or hears of it again. */
export function RemindSwitch({ document, label }: { document: VaultDocument; label?: string | undefined }) {
  const copy = useCopy(vaultCopy);
  const errors = useCopy(errorCopy);
  const { online } = useLive();
  const [busy, setBusy] = useState(false);
  const wanted = !document.details.remind;

  async function change(remind: boolean) {
    setBusy(true);
    try {
      await setRemind(document, remind);
      showToast(
        remind ? { text: copy.remindsAgain } : { text: copy.remindsNoMore, undo: () => void change(true) },
      );
    } catch (error) {
      showToast({ text: errorSentence(errors, error) });
    }
    setBusy(false);
  }

  return (
    <Button
      variant="quiet"
      aria-label={label}
      busy={busy ? copy.saving : undefined}
      disabledReason={online ? undefined : copy.needsNetwork}
      onClick={() => void change(wanted)}
    >
      {wanted ? copy.remindMe : copy.noRemind}
    </Button>
  );
}
