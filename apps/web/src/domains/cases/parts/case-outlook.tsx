import type { CaseDetail } from '@jena/shared/cases';
import { cityTime } from '@jena/shared/kernel';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay, formatMoment } from '../../../lib/format.ts';
import { Section } from '../../../ui/section/section.tsx';
import { type SummaryItem, SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import type { CaseCopy } from '../case.copy.de.ts';
import { caseCopy } from '../case.copy.ts';

type OutlookProps = {
  detail: CaseDetail;
  office: string;
  /** How long it takes, as the service's page says. */
  stated: string | null;
};

/** Who has to act and since when, how long it usually takes, and by when the law wants it done. */
export function CaseOutlook({ detail, office, stated }: OutlookProps) {
  const copy = useCopy(caseCopy);
  const language = useLanguage();
  const { turn, usual, decideUntil } = detail;
  if (turn.who === 'nobody') return null;
  const who = turn.who === 'office' ? office : copy.who[turn.who];
  const items: (SummaryItem | null)[] = [
    { id: 'turn', label: copy.turn, value: copy.since(who, formatMoment(turn.since, language)) },
    usualItem({ copy, usual, stated, isApplication: decideUntil !== null }),
    decideUntil && {
      id: 'deadline',
      label: copy.deadline,
      value: (decideUntil.day < cityTime(new Date()).day ? copy.deadlineOver : copy.deadlineText)(
        formatDay(decideUntil.day, language),
        decideUntil.basis,
      ),
    },
  ];
  return (
    <Section title={copy.outlook}>
      <SummaryList items={items.filter((item) => item !== null)} />
    </Section>
  );
}

type Usual = { copy: CaseCopy; isApplication: boolean } & Pick<CaseDetail, 'usual'> &
  Pick<OutlookProps, 'stated'>;

/** Real cases go before what is stated, and it says which of the two it is. */
function usualItem({ copy, usual, stated, isApplication }: Usual): SummaryItem | null {
  if (!isApplication || (!usual && !stated)) return null;
  const value = usual
    ? copy.usualReal(usual.medianDays, usual.mostDays, usual.cases)
    : copy.usualStated(stated ?? '');
  return { id: 'usual', label: copy.usual, value };
}
