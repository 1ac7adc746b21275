import type { VaultDocument } from '@jena/shared/vault';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { ListRow } from '../../../ui/list-row/list-row.tsx';
import { vaultCopy } from '../copy.ts';
import { documentTypeCopy } from '../types.copy.ts';
import { Thumbnail } from './thumbnail.tsx';
import { endsWhen, validityOf } from './validity.ts';

/** A document in the list: what it is, how long it is valid, and whatever is not as it should be. */
export function DocumentRow({ document }: { document: VaultDocument }) {
  const copy = useCopy(vaultCopy);
  const names = useCopy(documentTypeCopy);
  const language = useLanguage();
  const { type, issuer, validUntil } = document.details;
  const what = type === 'other' && document.issuedByCity ? copy.fromCity : names.type[type];
  const facts = [
    what === document.name.replace(/\.\w+$/, '') ? null : what,
    issuer,
    validUntil && copy.validUntil(formatDay(validUntil, language)),
  ];
  return (
    <ListRow
      to={paths.vaultDocument(document.id)}
      icon={<Thumbnail document={document} />}
      title={<bdi>{document.name.replace(/\.(jpg|png|pdf)$/, '')}</bdi>}
      detail={facts.filter(Boolean).join(' · ')}
      end={<StateBadge document={document} />}
    />
  );
}

export function StateBadge({ document }: { document: VaultDocument }) {
  const copy = useCopy(vaultCopy);
  const language = useLanguage();
  if (document.state === 'refused') return <Badge tone="danger">{copy.state.refused}</Badge>;
  if (document.state !== 'available') return <Badge tone="info">{copy.state[document.state]}</Badge>;
  const validity = validityOf(document.details);
  if (validity === 'expired') return <Badge tone="danger">{copy.expired}</Badge>;
  if (validity === 'soon')
    return <Badge tone="warning">{copy.endsIn(endsWhen(document.details, language))}</Badge>;
  return null;
}
