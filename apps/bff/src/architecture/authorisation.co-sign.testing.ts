import { readFileSync } from 'node:fs';
import type { FormCase } from '@jena/shared/forms';
import { newId } from '@jena/shared/kernel';
import { application, known } from '../domains/cases/cases.testing.ts';
import { citizenActor } from '../platform/testing/context.ts';
import { newKey } from '../testing/product.ts';
import type { Call, Town } from './authorisation.testing.ts';

const slug = 'eheschliessung-anmelden';
const forms = `${import.meta.dirname}/../../../../packages/content/data/forms`;
const key = () => ({ idempotencyKey: newKey() });
const signer = citizenActor();

/** A couple's application that its second person has not signed. */
async function unsigned(town: Town) {
  const couples = JSON.parse(readFileSync(`${forms}/${slug}.cases.json`, 'utf8')) as FormCase[];
  const couple = couples.find(({ expect: { problems } }) => problems.length === 0);
  town.clock.set(`${couple?.today}T09:00:00.000Z`);
  await known(town, town.owner, { familyName: 'MUSTERMANN', givenNames: 'ERIKA' });
  await known(town, signer, { familyName: 'OKONKWO', givenNames: 'LENA' });
  const written = await application(town, town.owner, couple);
  const { caseId } = await town.as(town.owner).cases.submit({
    ...written,
    serviceSlug: slug,
    formVersion: town.deps.domains.caseDeps.catalogue.form(slug)?.version ?? 0,
    idempotencyKey: newId<'idempotency'>(),
  });
  const { code } = await town.as(town.owner).cases.coSign({ caseId });
  return { caseId, code };
}

/** The same, opened by who is to sign it. */
async function taken(town: Town) {
  const { code } = await unsigned(town);
  return town.as(signer).cases.takeCoSign({ ...key(), code: code ?? '' });
}

/** How the calls about a second signature are made rightly. */
export const coSignCalls: Readonly<Record<string, Call>> = {
  'cases.coSign': {
    by: ({ owner }) => owner,
    input: async (town) => ({ caseId: (await unsigned(town)).caseId }),
  },
  'cases.askCoSign': {
    by: ({ owner }) => owner,
    input: async (town) => ({ ...key(), caseId: (await unsigned(town)).caseId }),
  },
  'cases.withdrawCoSign': {
    by: ({ owner }) => owner,
    input: async (town) => ({ ...key(), caseId: (await unsigned(town)).caseId }),
  },
  'cases.takeCoSign': {
    by: () => signer,
    input: async (town) => ({ ...key(), code: (await unsigned(town)).code }),
    bearer: true,
  },
  'cases.openedCoSigns': {
    by: () => signer,
    async input(town) {
      await taken(town);
      return {};
    },
  },
  'cases.toSign': { by: () => signer, input: taken },
  'cases.answerCoSign': {
    by: () => signer,
    input: async (town) => ({ ...key(), ...(await taken(town)), agree: true }),
  },
};
