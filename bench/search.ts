// Search on the phone itself: the real index in the real page, four times slower than this machine.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { phone } from '../e2e/support/devices.ts';
import { startWorld } from '../e2e/support/world.ts';
import { queries } from '../packages/content/src/search.queries.ts';
import { launch } from '../scripts/support/chromium.ts';
import { atMost, type Figures, median, quantile } from './figures.ts';
import { atFullSlowdown, measuredSlowdown, slowDown } from './slowdown.ts';

const manifest = resolve(import.meta.dirname, '../apps/web/dist/.vite/manifest.json');
const chunk = 'src/domains/services/parts/load-search.ts';
const aim = 30;

type Measured = { build: number[]; times: number[]; empty: number };

/** Runs in the page. Builds the index, then asks every question five times and keeps its median. */
async function measure({ file, language, asked }: { file: string; language: string; asked: string[] }) {
  const { loadSearch } = (await import(file)) as {
    loadSearch(language: string): Promise<(query: string) => unknown[]>;
  };
  const build: number[] = [];
  let find = await loadSearch(language);
  for (let count = 0; count < 3; count++) {
    const began = performance.now();
    find = await loadSearch(language);
    build.push(performance.now() - began);
  }
  const times: number[] = [];
  let empty = 0;
  for (const query of asked) {
    const runs: number[] = [];
    for (let count = 0; count < 5; count++) {
      const began = performance.now();
      const hits = find(query);
      runs.push(performance.now() - began);
      if (hits.length === 0) empty += 1;
    }
    times.push(runs.sort((a, b) => a - b)[2] ?? 0);
  }
  return { build, times, empty } satisfies Measured;
}

/** Milliseconds for one query of the content's own query set, at 4× CPU slowdown. */
export async function search(): Promise<Figures> {
  const entry = (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>)[chunk];
  if (entry === undefined) throw new Error('the build has no search chunk');
  const world = await startWorld();
  const browser = await launch();
  const figures: Figures = {};
  try {
    for (const language of ['de', 'en'] as const) {
      const page = await (await browser.newContext(phone)).newPage();
      await page.goto(`${world.origin}${language === 'de' ? '/' : '/en'}`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      const client = await slowDown(page);
      const factor = await measuredSlowdown(page, client);
      const asked = Object.keys(queries[language]);
      const measured = await page.evaluate(measure, {
        file: `/${entry.file}`,
        language,
        asked,
      });
      const [build, times] = [measured.build, measured.times].map((all) =>
        all.map((time) => atFullSlowdown(time, factor)),
      ) as [number[], number[]];
      const { empty } = measured;
      figures[`${language}.median`] = atMost(median(times), 'ms', aim);
      figures[`${language}.p95`] = atMost(quantile(times, 0.95), 'ms', aim);
      console.log(
        `${language}: ${asked.length} queries, median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, ` +
          `longest ${Math.max(...times).toFixed(1)} ms; index from the content on the phone in ${median(build).toFixed(0)} ms` +
          `; slowdown measured: ${factor.toFixed(1)}×` +
          `${empty > 0 ? `; ${empty / 5} queries found nothing` : ''}`,
      );
      await page.context().close();
    }
    return figures;
  } finally {
    await browser.close();
    await world.stop();
  }
}
