// The bytes a phone downloads to show and to fill the form for a resident's parking permit: this product and three libraries.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '@jena/content/server';
import type { Browser } from '@playwright/test';
import { phone } from '../e2e/support/devices.ts';
import { startWorld } from '../e2e/support/world.ts';
import { launch } from '../scripts/support/chromium.ts';
import { atMost, type Figures } from './figures.ts';
import { buildPeer, installPeers } from './peers/build.ts';
import { type Answers, type Fill, fillFormio, fillOwn, fillRjsf, fillSurvey } from './peers/contenders.ts';
import { formio } from './peers/formio.ts';
import { jsonSchema } from './peers/json-schema.ts';
import { serve } from './peers/serve.ts';
import { survey } from './peers/survey.ts';
import { type Wanted, wantedOf } from './peers/wanted.ts';

const slug = 'bewohnerparkausweis';

const peers: Record<string, { page: string; convert: (wanted: Wanted) => unknown; fill: Fill }> = {
  '@rjsf/core': { page: 'rjsf', convert: jsonSchema, fill: fillRjsf },
  '@formio/js': { page: 'formio', convert: formio, fill: fillFormio },
  'survey-react-ui': { page: 'survey', convert: survey, fill: fillSurvey },
};

/** A small paper: what it weighs goes up, not down. */
function answersWith(paper: string): Answers {
  return {
    antragsart: 'neu',
    stellplatz: 'nein',
    kennzeichen: 'J-EM 123'.replace(' ', ''),
    halter: 'ja',
    zb1: paper,
    familienname: 'Mustermann',
    vornamen: 'Erika',
    geburtsdatum: '1964-08-12',
    strasse: 'Wagnergasse',
    hausnummer: '12',
    plz: '07743',
    ort: 'Jena',
    email: 'erika@example.org',
    erklaerung_wahrheit: true,
    datenschutz: true,
  };
}

/** A phone at the edge of town. */
const badNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

/** `catalogue` is not for the form: what this product brings along so that all its pages work without a network. */
type Weights = { seconds: number; shown: number; filled: number; catalogue: number; requests: number };

/**
 * Bytes on the wire, headers included, in a browser that was never there before: until the first question stands there,
 * and until all are answered and nothing comes any more. Without a service worker, so that every file counts once.
 */
async function weigh(browser: Browser, address: string, fill: Fill, wanted: Wanted, answers: Answers) {
  const context = await browser.newContext({ ...phone, locale: 'de-DE', serviceWorkers: 'block' });
  const page = await context.newPage();
  const weights: Weights = { seconds: 0, shown: 0, filled: 0, catalogue: 0, requests: 0 };
  let lastAt = performance.now();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', badNetwork);
  const isCatalogue = new Map<string, boolean>();
  client.on('Network.responseReceived', ({ requestId, response }) => {
    isCatalogue.set(requestId, /\/content\/\w+\/\w+\.\w+\.json$/.test(response.url));
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights[isCatalogue.get(requestId) ? 'catalogue' : 'filled'] += encodedDataLength;
    weights.requests += 1;
    lastAt = performance.now();
  });
  const settled = async () => {
    while (performance.now() - lastAt < 1_500) await new Promise((wait) => setTimeout(wait, 100));
  };
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('main input[type=radio]').first().waitFor();
  weights.shown = weights.filled + weights.catalogue;
  weights.seconds = (performance.now() - began) / 1000;
  await settled();
  await fill(page, wanted, answers);
  await settled();
  await context.close();
  return weights;
}

/** This product against the libraries; each form is really filled, and what was typed must arrive. */
export async function peersBench(): Promise<Figures> {
  installPeers();
  const form = loadCatalogue().form(slug);
  if (!form) throw new Error(`there is no form ${slug}`);
  const wanted = wantedOf(form);
  const folder = mkdtempSync(join(tmpdir(), 'jena-peers-'));
  const paper = join(folder, 'fahrzeugschein.pdf');
  writeFileSync(paper, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const answers = answersWith(paper);
  const world = await startWorld();
  const browser = await launch();
  const say = (name: string, { seconds, shown, filled, catalogue, requests }: Weights, own?: Weights) => {
    const extra = catalogue ? ` and ${catalogue} B for all other pages without a network` : '';
    const ratio = own ? `, ${(filled / own.filled).toFixed(1)} × this product` : '';
    console.log(
      `${name.padEnd(16)} shown ${shown} B after ${seconds.toFixed(1)} s, filled ${filled} B, ${requests} requests${extra}${ratio}`,
    );
  };
  try {
    const own = await weigh(
      browser,
      `${world.origin}/dienste/${slug}/antrag/${wanted.pages[0]?.id}`,
      fillOwn,
      wanted,
      answers,
    );
    say('this product', own);
    const figures: Figures = {};
    for (const [name, { page, convert, fill }] of Object.entries(peers)) {
      const { origin, stop } = await serve(await buildPeer(page, convert(wanted)));
      const peer = await weigh(browser, origin, fill, wanted, answers);
      stop();
      say(name, peer, own);
      figures[`filled.to.${page}`] = atMost(own.filled / peer.filled, '× the peer', 1);
      figures[`shown.to.${page}`] = atMost(own.shown / peer.shown, '× the peer', 1);
    }
    return figures;
  } finally {
    await browser.close();
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
