import type { CitizenActor, Day, MandateId } from '@jena/shared/kernel';
import type { Store } from '../../platform/db/store.ts';
import { citizenActor } from '../../platform/testing/context.ts';
import { newKey } from '../../testing/product.ts';
import { openOffice } from '../cases/cases.testing.ts';

export const key = () => ({ idempotencyKey: newKey() });
export const service = 'gewerbe-ummelden';
const answers = {
  firma: 'Saaletal Fahrrad GmbH',
  familienname: 'Vollrath',
  vornamen: 'Henrik',
  aenderung: ['umzug'],
  aenderung_ab: '2026-11-16',
  neu_strasse: 'Wagnergasse',
  neu_hausnummer: '12',
  neu_plz: '07743',
  email: 'hallo@example.org',
  erklaerung_wahrheit: true,
  datenschutz: true,
};

/** The terms of a power of attorney. */
export const power = { business: null, services: ['wohnsitz-anmelden'], untilDay: '2027-01-31' as Day };

/** Henrik with his firm, and people whom he may invite. */
export async function openFirm(store: Store) {
  const office = await openOffice(store);
  const { as } = office;
  const [henrik, pia, eve] = [citizenActor(), citizenActor(), citizenActor()];
  const firm = { name: 'Saaletal Fahrrad GmbH', registerNumber: 'HRB 501234' };
  const { mandateId: business } = await as(henrik).mandates.declareBusiness({ ...key(), ...firm });
  const offer = async (by: CitizenActor, terms: object = {}) => {
    const { mandateId } = await as(by).mandates.invite({
      ...key(),
      business,
      label: 'Pia im Büro',
      services: [service],
      untilDay: null,
      ...terms,
    });
    return { mandateId, ...(await as(by).mandates.invitation({ mandateId })) };
  };
  const take = (who: CitizenActor, code: string) => as(who).mandates.take({ ...key(), code });
  const accept = async (who: CitizenActor, code: string) =>
    as(who).mandates.accept({ ...key(), ...(await take(who, code)) });
  const submit = (who: CitizenActor, onBehalfOf: MandateId | null, serviceSlug = service) =>
    as(who).cases.submit({
      ...key(),
      serviceSlug,
      formVersion: 1,
      answers,
      attachments: [],
      language: 'de',
      onBehalfOf,
    });
  const held = async (who: CitizenActor) => (await as(who).mandates.mine({})).held;
  return { ...office, henrik, pia, eve, business, offer, take, accept, submit, held };
}
