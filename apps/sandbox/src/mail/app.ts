import { Hono } from 'hono';
import { html } from 'hono/html';

export type CaughtMail = {
  id: number;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
};

const shown = 500;

/** What the catcher holds, newest last; JSON for tests, a page for people. */
export function createMailbox(): { app: Hono; keep(mail: Omit<CaughtMail, 'id'>): void } {
  let mails: CaughtMail[] = [];
  let nextId = 1;
  const app = new Hono();

  app.get('/mails', (c) => {
    const to = c.req.query('to');
    const after = Number(c.req.query('after') ?? 0);
    return c.json({
      mails: mails.filter((mail) => mail.id > after && (to === undefined || mail.to.includes(to))),
    });
  });

  app.delete('/mails', (c) => {
    mails = [];
    return c.body(null, 204);
  });

  app.get('/', (c) =>
    c.html(html`<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Aufgefangene E-Mails</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem}article{border-top:1px solid;padding:1rem 0}pre{white-space:pre-wrap;font:inherit}h2{margin:0}</style></head>
<body><main><h1>Aufgefangene E-Mails</h1>
<p>Hier landet jede E-Mail des Portals. Keine verlässt diesen Rechner.</p>
${mails.length === 0 ? html`<p>Noch keine.</p>` : ''}
${mails.toReversed().map((mail) => html`<article><h2>${mail.subject}</h2><p>an ${mail.to.join(', ')}, ${mail.receivedAt}</p><pre>${mail.text}</pre></article>`)}
</main></body></html>`),
  );

  return {
    app,
    keep(mail) {
      mails = [...mails, { id: nextId, ...mail }].slice(-shown);
      nextId += 1;
    },
  };
}
