import type { CaseSummary } from '@jena/shared/cases';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { paths } from '../../../lib/paths.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { ListRow } from '../../../ui/list-row/list-row.tsx';
import { casesCopy } from '../copy.ts';
import { stateTone } from './state-tone.ts';

/** One case in a list. */
export function CaseRow({ summary, title }: { summary: CaseSummary; title: string }) {
  const copy = useCopy(casesCopy);
  const language = useLanguage();
  return (
    <ListRow
      to={paths.case(summary.id)}
      title={title}
      detail={[
        summary.forWhom && copy.forWhom(summary.forWhom.name),
        formatMoment(summary.updatedAt, language),
      ]
        .filter(Boolean)
        .join(' · ')}
      end={<Badge tone={stateTone[summary.state]}>{copy.state[summary.state]}</Badge>}
      fresh={summary.waitsForCitizen}
    />
  );
}
