import type { DocumentId } from '@jena/shared/kernel';
import type { VaultDocument } from '@jena/shared/vault';
import { QueryClientProvider } from '@tanstack/react-query';
import { use } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { queryClient } from '../../../lib/trpc.ts';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { vaultCopy } from '../copy.ts';
import { pickerCopy } from '../picker.copy.ts';
import { documentTypeCopy } from '../types.copy.ts';
import { Thumbnail } from './thumbnail.tsx';
import { useVaultOfVisitor } from './use-vault.ts';
import { validityOf } from './validity.ts';

type VaultPickerProps = {
  /** Chosen already. */
  without: readonly DocumentId[];
  onPick: (document: VaultDocument) => void;
  onClose: () => void;
};

/** The person's checked documents, one tap from the question that asks for a paper. */
export function VaultPicker(props: VaultPickerProps) {
  const copy = use(pickerCopy.once(useLanguage()));
  return (
    <QueryClientProvider client={queryClient}>
      <Dialog open onClose={props.onClose} title={copy.title}>
        <Choice {...props} />
      </Dialog>
    </QueryClientProvider>
  );
}

function Choice({ without, onPick }: VaultPickerProps) {
  const language = useLanguage();
  const copy = use(pickerCopy.once(language));
  const words = use(vaultCopy.once(language));
  const names = use(documentTypeCopy.once(language));
  const vault = useVaultOfVisitor();
  if (!vault.documents) return vault.isAsking ? <SkeletonList rows={3} /> : <p>{copy.unavailable}</p>;
  const documents = vault.documents.filter(({ id, state }) => state === 'available' && !without.includes(id));
  if (documents.length === 0) return <p>{copy.empty}</p>;
  return (
    <List label={copy.list}>
      {documents.map((document) => {
        const { type, issuer, validUntil } = document.details;
        const until = validUntil && formatDay(validUntil, language);
        const isOver = validityOf(document.details) === 'expired';
        const facts = [
          names.type[type],
          issuer,
          until && (isOver ? words.expiredOn(until) : words.validUntil(until)),
        ];
        return (
          <ListRow
            key={document.id}
            icon={<Thumbnail document={document} />}
            title={<bdi>{document.name}</bdi>}
            detail={facts.filter(Boolean).join(' · ')}
            onClick={() => onPick(document)}
          />
        );
      })}
    </List>
  );
}
