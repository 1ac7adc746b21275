// 1,000 applications with three papers each, handed in offline on a phone that dies at any step and is upgraded twice.
import { hardWeek } from '../apps/web/src/offline/outbox.week.testing.ts';
import { atLeast, atMost, type Figures } from './figures.ts';

const submissions = 1_000;

/** From a seed: `npm run bench -- outbox [SEED]`; a seed gives the same fates again, at moments that are the machine’s. */
export async function outbox(): Promise<Figures> {
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
  const began = performance.now();
  const week = await hardWeek({ submissions, seed });
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `seed ${seed}: the phone died ${week.deaths} times and others looked ${week.looksOfOthers} times, in ${seconds.toFixed(0)} s`,
  );
  return {
    arrived: atLeast(week.arrived, 'applications', submissions),
    deaths: atLeast(week.deaths, 'deaths', submissions / 10),
    lost: atMost(week.lost, 'applications', 0),
    doubled: atMost(week.doubled, 'applications', 0),
    wrongPapers: atMost(week.wrongPapers, 'applications', 0),
    strayPapers: atMost(week.strayPapers, 'papers', 0),
    inWrongName: atMost(week.inWrongName, 'applications', 0),
    seenByOthers: atMost(week.seenByOthers, 'things', 0),
  };
}
