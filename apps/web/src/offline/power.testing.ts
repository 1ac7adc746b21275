import { AsyncLocalStorage } from 'node:async_hooks';

/** A phone from the moment it is switched on until it dies. */
export type Life = {
  readonly dead: boolean;
  die(): void;
  /** Lets a call to the network through, breaks it on its way there or back, or dies on either side. */
  call<T>(send: () => Promise<T>, broken: () => T): Promise<T>;
  /** Does something until it is done or the phone dies; what goes wrong because it died is no failure. */
  live(work: () => Promise<unknown>): Promise<void>;
};

/** How likely each call dies and breaks, and how likely each writing transaction dies: before it is through, and after. */
type Odds = { dies: number; breaks: number; diesWriting: number };

const never = new Promise<never>(() => undefined);
type State = { dead: boolean; chance: () => number; odds: Odds; die: () => void };
/** In which life something runs: what a dead phone had begun must not go on in the next one. */
const lives = new AsyncLocalStorage<State>();
let wired = false;

/** Every transaction of the phone's storage can be its last, and none begins once it is dead. */
function wireStorage(): void {
  if (wired) return;
  wired = true;
  const { prototype } = IDBDatabase;
  const begin = prototype.transaction;
  prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
    const life = lives.getStore();
    if (!life || (given[1] as string) === 'versionchange') return begin.apply(this, given);
    if (life.dead) throw new DOMException('the phone is off', 'AbortError');
    const transaction = begin.apply(this, given);
    // Nobody is left to hear of it.
    for (const type of ['abort', 'error'])
      transaction.addEventListener(type, (event) => life.dead && event.stopImmediatePropagation());
    if (given[1] !== 'readwrite') return transaction;
    const fate = life.chance();
    if (fate < life.odds.diesWriting) void cutAfter(Math.floor(life.chance() * 6), transaction, life.die);
    else if (fate > 1 - life.odds.diesWriting) transaction.addEventListener('complete', life.die);
    return transaction;
  };
}

/** Dies a few steps into a transaction: what it wrote so far must be as if it had never been. */
async function cutAfter(steps: number, transaction: IDBTransaction, die: () => void): Promise<void> {
  for (let step = 0; step < steps; step++) await new Promise((next) => setImmediate(next));
  die();
  try {
    transaction.abort();
  } catch {
    // It was through already.
  }
}

/** Switches the phone on. */
export function switchOn(chance: () => number, odds: Odds): Life {
  wireStorage();
  let ended = () => undefined as undefined;
  const death = new Promise<undefined>((resolve) => {
    ended = () => void resolve(undefined) as undefined;
  });
  const state = {
    dead: false,
    ...{ chance, odds },
    die: () => {
      state.dead = true;
      ended();
    },
  };
  return {
    get dead() {
      return state.dead;
    },
    die: state.die,
    async call(send, broken) {
      const fate = chance();
      if (fate < odds.dies) state.die();
      if (state.dead) return never;
      if (fate < odds.dies + odds.breaks) return broken();
      const result = await send();
      if (fate > 1 - odds.dies) state.die();
      if (state.dead) return never;
      return fate > 1 - odds.dies - odds.breaks ? broken() : result;
    },
    async live(work) {
      const done = lives.run(state, work).catch((error: unknown) => {
        if (!state.dead) throw error;
      });
      await Promise.race([done, death]);
    },
  };
}
