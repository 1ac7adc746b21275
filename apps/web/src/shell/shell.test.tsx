// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { one, show } from '../ui/testing.tsx';
import { Announcer, announce } from './announcer.tsx';
import { shellCopy } from './copy.ts';
import { Layout } from './layout.tsx';

beforeEach(async () => {
  await Promise.all([shellCopy.load('de'), shellCopy.load('en')]);
});

describe('the frame', () => {
  it('offers first of all the way to the content', async () => {
    await show(
      <Layout area="start" path="/">
        Inhalt
      </Layout>,
    );
    const skip = one('a');
    expect(skip.textContent).toBe('Zum Inhalt springen');
    expect(document.querySelector(skip.getAttribute('href') ?? '')?.tagName).toBe('MAIN');
  });
  it('shows five areas with their names, the present one marked', async () => {
    const { place } = await show(
      <Layout area="inbox" path="/postfach">
        Inhalt
      </Layout>,
    );
    const labels = [...place.querySelectorAll('.nav-label')].map((label) => label.textContent);
    expect(labels).toEqual(['Start', 'Dienste', 'Vorgänge', 'Postfach', 'Konto']);
    expect(place.querySelectorAll('.nav [aria-current=page]')).toHaveLength(1);
    expect(one('.nav [aria-current=page]').textContent).toBe('Postfach');
  });
  it('counts only what needs the person', async () => {
    const { place } = await show(
      <Layout area="start" path="/" counts={{ inbox: 3, cases: 0 }}>
        Inhalt
      </Layout>,
    );
    expect(place.querySelectorAll('.nav .count')).toHaveLength(1);
    expect(one('.nav .count').textContent).toBe('33 neue Nachrichten');
  });
  it('changes the language on the same page', async () => {
    await show(
      <Layout area="services" path="/dienste/reisepass">
        Inhalt
      </Layout>,
    );
    expect(one('a[hreflang=en]').getAttribute('href')).toBe('/en/dienste/reisepass');
    await show(
      <Layout area="services" path="/dienste/reisepass">
        Content
      </Layout>,
      'en',
    );
    expect(one('a[hreflang=de]').getAttribute('href')).toBe('/dienste/reisepass');
  });
  it('says in words that the device is offline and what waits', async () => {
    const frame = (net: { online: boolean; waiting: number }) => (
      <Layout area="start" path="/" net={net}>
        Inhalt
      </Layout>
    );
    const { redraw, text } = await show(frame({ online: false, waiting: 3 }));
    expect(text()).toContain('3 Eingaben warten auf Netz');
    redraw(frame({ online: true, waiting: 1 }));
    expect(text()).toContain('Ihre Eingabe wird gerade gesendet');
    redraw(frame({ online: true, waiting: 0 }));
    expect(document.querySelector('.offline')).toBeNull();
  });
});

describe('announcements', () => {
  it('are read, and read again when they are repeated', async () => {
    await show(<Announcer />);
    act(() => announce('Gespeichert'));
    const first = one('[aria-live=polite]').textContent;
    act(() => announce('Gespeichert'));
    expect(first).toBe('Gespeichert');
    expect(one('[aria-live=polite]').textContent).not.toBe(first);
  });
});
