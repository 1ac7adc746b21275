// SIGKILL of the real server at random moments; after each restart every promise about documents must hold.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@jena/sandbox/start';
import { startProduct } from '../e2e/support/world.ts';
import { atLeast, atMost, type Figures } from './figures.ts';
import { makePeople } from './people.ts';
import { lookAfterErasure, lookAtEnd, type Tally } from './vault-kill/documents.ts';
import { openDoor } from './vault-kill/door.ts';
import { createRandom } from './vault-kill/random.ts';
import { personErasure, removal, rotation, type Stage, scans, uploads } from './vault-kill/rounds.ts';

const aim = 200;
/** In turn. */
const kinds = [uploads, scans, rotation, removal, uploads, scans, personErasure];
const webDist = join(import.meta.dirname, '../apps/web/dist');

/** A start is most of a round: compiled code is kept between them. */
const quick = { LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(tmpdir(), 'jena-compiled') };

/** Documents of earlier rounds, looked at again after each restart. */
const looksBack = 4;

async function lookBack({ documents, random, door, tally }: Stage, count: number): Promise<void> {
  for (const document of random.some(documents, count)) {
    await (document.erasure === 'none' ? lookAtEnd : lookAfterErasure)(door, document, tally);
  }
}

/** What lies in the clear although nothing needs it: uploads and scratch folders of documents that are decided. */
async function lookForLeftovers({ product, tally }: Stage): Promise<void> {
  const found = () => ['uploads', 'scratch'].flatMap((folder) => readdirSync(join(product.dataDir, folder)));
  const deadline = Date.now() + 10_000;
  while (found().length > 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 40));
  tally.inTheClear.push(...found().map((name) => `${name} lies in the clear`));
}

/** A product of its own with people, killed again and again; gives which kills met unfinished work. */
async function lane(sandbox: Sandbox, tally: Tally, seed: number, rounds: number): Promise<string[]> {
  const product = await startProduct({ sandbox, webDist, env: quick });
  try {
    const env = {
      NODE_ENV: 'test',
      DATA_DIR: product.dataDir,
      SANDBOX_DIR: sandbox.dir,
      PUBLIC_ORIGIN: product.origin,
      ...quick,
    };
    const [first, ...others] = await makePeople(env, 3 + Math.ceil(rounds / kinds.length));
    if (first === undefined) throw new Error('there are no people');
    const stage: Stage = {
      product,
      door: openDoor(product.origin, (line) => tally.faults.push(line)),
      env,
      random: createRandom(seed),
      tally,
      people: [first, ...others.slice(0, 2)],
      fresh: others.slice(2),
      documents: [],
      hits: [],
    };
    for (let round = 0; round < rounds; round++) {
      const act = kinds[round % kinds.length] ?? uploads;
      await act(stage);
      await lookBack(stage, looksBack);
      await lookForLeftovers(stage);
      if (round % 20 === 19)
        console.log(`seed ${seed}: ${round + 1} rounds, ${stage.documents.length} documents`);
    }
    await lookBack(stage, Number.MAX_SAFE_INTEGER);
    return stage.hits;
  } finally {
    await product.stop();
  }
}

/**
 * Rounds from a seed, in two products at once, one for each core: `npm run bench -- vault-kill [SEED [ROUNDS]]`.
 * A seed gives the same papers, people and moments again; how far the work had got by then is the machine's.
 */
export async function vaultKill(): Promise<Figures> {
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
  const rounds = Number(process.argv[4] ?? aim);
  console.log(`seed ${seed}`);
  const tally: Tally = { lost: [], halfVisible: [], readable: [], inTheClear: [], faults: [] };
  const sandbox = await startSandbox();
  try {
    const half = Math.ceil(rounds / 2);
    const lanes = [
      lane(sandbox.endpoints, tally, seed, half),
      lane(sandbox.endpoints, tally, seed + 1, rounds - half),
    ];
    const met = Object.groupBy((await Promise.all(lanes)).flat(), (kind) => kind);
    const counts = Object.entries(met).map(([kind, list]) => `${kind} ${list?.length}`);
    console.log(`kills that met unfinished work: ${counts.join(', ')}`);
    for (const line of Object.values(tally).flat()) console.log(line);
    return {
      rounds: atLeast(rounds, 'kills', aim),
      lost: atMost(tally.lost.length, 'documents', 0),
      halfVisible: atMost(tally.halfVisible.length, 'documents', 0),
      readableAfterErasure: atMost(tally.readable.length, 'documents', 0),
      inTheClear: atMost(tally.inTheClear.length, 'files', 0),
      faults: atMost(tally.faults.length, 'answers', 0),
    };
  } finally {
    await sandbox.stop();
  }
}
