import type { Verified as VerifiedLetter } from '@jena/shared/cases';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { verifyCopy } from '../verify.copy.ts';
import { CompareFile } from './compare-file.tsx';

type VerifiedProps = {
  letter: VerifiedLetter;
  names: { services: Record<string, string>; offices: Record<string, string> };
};

/** What the city says of a letter to whoever has its code: who issued it, when, what it is; not for whom. */
export function Verified({ letter, names }: VerifiedProps) {
  const copy = useCopy(verifyCopy);
  const language = useLanguage();
  const { officeId, serviceSlug, outcome, issuedOn, fileHash, replacedOn } = letter;
  const service = names.services[serviceSlug] ?? serviceSlug;
  return (
    <div className="stack-large">
      <Notice
        tone={replacedOn ? 'warning' : 'success'}
        title={replacedOn ? copy.replacedTitle : copy.realTitle}
        live="assertive"
      >
        {replacedOn ? copy.replaced(formatDay(replacedOn, language)) : copy.noPersonal}
      </Notice>
      <SummaryList
        items={[
          { id: 'office', label: copy.office, value: copy.city(names.offices[officeId] ?? officeId) },
          { id: 'day', label: copy.day, value: formatDay(issuedOn, language) },
          { id: 'kind', label: copy.kind, value: copy.kinds[outcome](service) },
          { id: 'hash', label: copy.hash, value: <span className="verify-hash">{hexOf(fileHash)}</span> },
        ]}
      />
      <CompareFile fileHash={fileHash} />
    </div>
  );
}

/** As other programs write a SHA-256. */
function hexOf(base64url: string): string {
  const bytes = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
