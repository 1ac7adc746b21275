import { describe, expect, it } from 'vitest';
import { makeBundles } from './bundles.ts';
import { countries } from './countries.ts';
import { formBundle } from './form-bundle.ts';
import { loadContent } from './load.ts';
import { openState } from './opening.ts';
import { loadCatalogue } from './server.ts';
import { validateContent } from './validate.ts';

const { content } = validateContent(loadContent());
const bundles = { de: makeBundles(content, 'de'), en: makeBundles(content, 'en') };

function perLanguage(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('de' in value && 'en' in value) return [value];
  return Object.values(value).flatMap(perLanguage);
}

describe('bundles', () => {
  it('give equal bytes for equal content', () => {
    const again = makeBundles(validateContent(loadContent()).content, 'de');
    expect(JSON.stringify(again)).toBe(JSON.stringify(bundles.de));
  });
  it.each(['de', 'en'] as const)('hold one language only: %s', (language) => {
    expect(perLanguage(bundles[language])).toEqual([]);
  });
  it('hold every guide, office and Kita in each language', () => {
    for (const { guides, offices, kitas } of Object.values(bundles)) {
      expect([guides.guides.length, offices.offices.length, kitas.kitas.length]).toEqual([34, 49, 32]);
    }
  });
  it('keep notes for editors at home', () => {
    expect(JSON.stringify(bundles.de.sources)).not.toContain('"note"');
  });
  it('offer the newest version of a form, while the server still knows the old one', () => {
    const form = content.forms[0];
    if (!form) throw new Error('the catalogue has no form');
    const next = { ...form, version: form.version + 1 };
    const offered = makeBundles({ ...content, forms: [form, next], bundles: [] }, 'de').forms.forms;
    expect(offered.map((item) => item.version)).toEqual([next.version]);
    expect(loadCatalogue().form(form.slug, form.version)?.version).toBe(form.version);
  });
});

describe('the form of one service', () => {
  const { services, forms } = bundles.de;
  it('is the form of the bundle, with the lists that it asks from and no others', () => {
    const parking = formBundle(services, forms, 'bewohnerparkausweis');
    expect(parking?.form).toBe(forms.forms.find(({ slug }) => slug === 'bewohnerparkausweis'));
    expect(parking?.service.slug).toBe('bewohnerparkausweis');
    expect(parking?.streets).toBe(forms.streets);
    expect(parking?.countries).toEqual([]);
    expect(parking?.kitas).toEqual([]);
  });
  it('is nothing where the catalogue has none', () => {
    expect(formBundle(services, forms, 'gibt-es-nicht')).toBeUndefined();
    expect(formBundle(services, forms, undefined)).toBeUndefined();
  });
});

describe('countries', () => {
  const codes = new Set(countries('de').map((country) => country.code));
  it('are the 249 of ISO 3166-1 and Kosovo', () => {
    expect(codes.size).toBe(250);
    for (const code of ['DE', 'UA', 'SY', 'VN', 'TW', 'PS', 'XK']) expect(codes).toContain(code);
  });
  it('are not states of the past nor unions', () => {
    for (const code of ['DD', 'SU', 'YU', 'EU', 'UN', 'UK']) expect(codes).not.toContain(code);
  });
  it('have names in the language asked for, sorted as it sorts', () => {
    expect(countries('en').find(({ code }) => code === 'DE')?.name).toBe('Germany');
    const names = countries('de').map((country) => country.name);
    expect(names.indexOf('Österreich')).toBeLessThan(names.indexOf('Pakistan'));
  });
});

describe('the offices of Jena', () => {
  const office = (id: string) => {
    const found = bundles.de.offices.offices.find((item) => item.id === id);
    if (!found) throw new Error(`no office ${id}`);
    return found;
  };
  it('close the Bürgerservice on Wednesday at one', () => {
    expect(openState(office('buergerservice'), new Date('2026-11-25T10:00:00Z'))).toEqual({
      open: true,
      closesAt: '13:00',
    });
  });
  it('say nothing about hours that nobody has confirmed', () => {
    expect(openState(office('jenarbeit'), new Date('2026-11-25T10:00:00Z'))).toBeNull();
  });
  it('flag every address without a street as unconfirmed', () => {
    const silent = content.offices
      .filter(({ address, kind }) => address.street === null && kind === 'city')
      .filter(({ address }) => !address.sources.includes('unconfirmed'));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
