// `npm run lighthouse`: the pages that decide the first impression, as Lighthouse sees them on a slow phone.
import { launch as launchChrome } from 'chrome-launcher';
import lighthouse, { type Flags } from 'lighthouse';
import { startWorld } from '../e2e/support/world.ts';
import { launchOptions } from './support/chromium.ts';

const runs = Number(process.argv[2] ?? 3);
const slowestPaint = 800;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

const pages = {
  start: '/',
  guide: '/neu-in-jena/erster-monat',
  service: '/dienste/wohnsitz-anmelden',
  form: '/dienste/wohnsitz-anmelden/antrag',
};

type Run = { paint: number; largest: number; scores: Record<Category, number>; faults: string[] };

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A browser that was never here before: whoever comes again is offered to install the app, which is another page. */
async function visit(address: string): Promise<Run> {
  const chrome = await launchChrome({
    chromePath: launchOptions.executablePath,
    chromeFlags: ['--headless=new', ...launchOptions.args],
  });
  try {
    return await judge(address, chrome.port);
  } finally {
    chrome.kill();
  }
}

async function judge(address: string, port: number): Promise<Run> {
  // The preset without more settings is the mobile one: slow 4G and four times slower, simulated.
  const flags: Flags = { port, onlyCategories: [...categories], output: 'json', logLevel: 'error' };
  const result = await lighthouse(address, flags);
  if (!result) throw new Error(`Lighthouse said nothing about ${address}`);
  const { audits, categories: found } = result.lhr;
  const score = (name: Category) => Math.round((found[name]?.score ?? 0) * 100);
  const faults = categories.flatMap((name) =>
    (found[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${name}: ${audits[id]?.title} (${audits[id]?.displayValue ?? id})`),
  );
  return {
    paint: audits['first-contentful-paint']?.numericValue ?? Number.POSITIVE_INFINITY,
    largest: audits['largest-contentful-paint']?.numericValue ?? Number.POSITIVE_INFINITY,
    scores: Object.fromEntries(categories.map((name) => [name, score(name)])) as Record<Category, number>,
    faults,
  };
}

const world = await startWorld();
try {
  for (const [name, path] of Object.entries(pages)) {
    const seen: Run[] = [];
    for (let run = 0; run < runs; run++) seen.push(await visit(world.origin + path));
    const paint = middle(seen.map((run) => run.paint));
    const largest = middle(seen.map((run) => run.largest));
    const scores = categories.map(
      (category) => [category, middle(seen.map((run) => run.scores[category]))] as const,
    );
    const good = paint <= slowestPaint && scores.every(([, score]) => score === 100);
    if (!good) process.exitCode = 1;
    console.log(
      `${good ? '✓' : '✗'} ${name}: first paint ${(paint / 1000).toFixed(2)} s, largest ${(largest / 1000).toFixed(2)} s, ` +
        scores.map(([category, score]) => `${category} ${score}`).join(', '),
    );
    if (!good) for (const fault of new Set(seen.flatMap((run) => run.faults))) console.log(`    ${fault}`);
  }
} finally {
  await world.stop();
}
