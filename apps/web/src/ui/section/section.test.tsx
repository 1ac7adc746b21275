// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { PageHeader } from '../page-header/page-header.tsx';
import { one, show } from '../testing.tsx';
import { Section } from './section.tsx';

describe('the parts of a page', () => {
  it('are named by their headings', async () => {
    await show(<Section title="Kosten">46,00 €</Section>);
    const name = one('section').getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(name)?.textContent).toBe('Kosten');
  });
  it('have one h1 and a way up that says where it leads', async () => {
    await show(<PageHeader title="Reisepass" back={{ to: '/dienste', label: 'Dienste' }} />);
    expect(one('h1').textContent).toBe('Reisepass');
    expect(one('a').textContent).toBe('Dienste');
  });
  it('fold details natively, so that they open without JavaScript', async () => {
    await show(<Disclosure summary="Quellen">Stadt Jena</Disclosure>);
    expect(one<HTMLDetailsElement>('details').open).toBe(false);
    expect(one('details > summary').textContent).toBe('Quellen');
  });
});
