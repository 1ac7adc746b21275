import { type Courts, type Outcome, procedureOf } from '@jena/shared/cases';

/** Courts that Jena belongs to: § 1 ThürAGVwGO, and the seat of the social court (§ 58 (1) VwGO, § 66 (1) SGG). */
const courts: Record<Courts, string> = {
  administrative:
    'beim Verwaltungsgericht Gera in Gera, schriftlich, elektronisch (§ 55a VwGO) oder zur Niederschrift bei der Geschäftsstelle',
  social:
    'beim Sozialgericht Altenburg in Altenburg, schriftlich, elektronisch (§ 65a SGG) oder zur Niederschrift bei der Geschäftsstelle',
};

type Decided = {
  outcome: Outcome;
  serviceSlug: string;
  office: string;
  reference: string;
  objectedTo: string;
};

/**
 * What people may do against a decision and until when (§ 37 (6) VwVfG); null where there is nothing. Against a refused
 * objection one goes to court (§§ 74, 79 VwGO, § 87 SGG).
 * @param objectedTo the day of the decision that was objected to, as it is written in German
 */
export function remedyOf({ outcome, serviceSlug, office, reference, objectedTo }: Decided): string | null {
  const procedure = procedureOf(serviceSlug);
  if (outcome === 'objection_denied')
    return `Gegen den Bescheid vom ${objectedTo} in der Gestalt dieses Widerspruchsbescheids können Sie innerhalb eines Monats nach Zustellung des Widerspruchsbescheids Klage erheben: ${courts[procedure.courts]}.`;
  if (!procedure.objectionTo.includes(outcome)) return null;
  return `Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Widerspruch einlegen: schriftlich oder zur Niederschrift bei der Stadt Jena (${office}) in Jena, oder elektronisch mit dem Online-Ausweis bei Ihrem Vorgang ${reference} in diesem Portal.`;
}

/** By which law an objection is refused, and who pays for it (§ 73 (3) VwGO; § 85 SGG, § 63 SGB X). */
export const refusalOf: Record<Courts, { basis: string; costs: string }> = {
  administrative: {
    basis: 'nach § 73 Verwaltungsgerichtsordnung (VwGO)',
    costs: 'Die Kosten des Widerspruchsverfahrens tragen Sie.',
  },
  social: {
    basis: 'nach § 85 Sozialgerichtsgesetz (SGG)',
    costs: 'Ihre Kosten im Widerspruchsverfahren werden nicht erstattet.',
  },
};
