import type { LocalForm } from '@jena/content';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { requestEvidence } from './cases.staff.ts';
import { openOffice } from './cases.testing.ts';

/** A form of today that calls its places for files otherwise. */
const renamed = (form: LocalForm): LocalForm => ({
  ...form,
  version: form.version + 1,
  pages: form.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) =>
      field.type === 'file' ? { ...field, name: `${field.name}_neu` } : field,
    ),
  })),
});

describeOnBothDialects('a paper', (open) => {
  it('is asked for by the form that was handed in, whatever the form of today calls it', async () => {
    const { submitted, claim, deps, store, timelineOf } = await openOffice(await open());
    const [citizen, staff] = [citizenActor(), staffActor('caseworker')];
    const caseId = await submitted(citizen);
    await claim(staff, caseId);
    const { caseDeps } = deps.domains;
    const { catalogue } = caseDeps;
    const form = (slug: string, version?: number) => {
      const handedIn = catalogue.form(slug);
      return handedIn && (version === handedIn.version ? handedIn : renamed(handedIn));
    };
    const released = { ...caseDeps, catalogue: { ...catalogue, form } };
    const asks = (field: string) =>
      store.transaction((tx) =>
        requestEvidence(released, tx, staff, {
          caseId,
          field,
          reason: 'Bitte noch einmal, es ist unscharf.',
        }),
      );
    await expect(asks('wohnungsgeberbestaetigung_neu')).rejects.toThrow('platform.bad_input');
    await asks('wohnungsgeberbestaetigung');
    expect(await timelineOf(citizen, caseId)).toContain('evidence_requested');
  });
});
