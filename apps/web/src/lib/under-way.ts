const underWay = new Set<Promise<void>>();
const patienceMs = 2_000;

/** While somebody leaves: whether the session is over, once that is known. */
let leaving: Promise<boolean> | undefined;

/** Remembers what is under way until it is answered or has failed; gives back the very answer. */
export function follow<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const forget = () => void underWay.delete(over);
  const over: Promise<void> = answer.then(forget, forget);
  underWay.add(over);
  return answer;
}

/** Waits until what was asked for is answered, and what that led to as well; but not for long. */
export async function answered(): Promise<void> {
  let isEnough = false;
  const enough = new Promise<void>((done) => {
    setTimeout(() => {
      isEnough = true;
      done();
    }, patienceMs);
  });
  while (underWay.size > 0 && !isEnough) await Promise.race([Promise.all(underWay), enough]);
}

/**
 * Ends a session by `end` so that it overtakes no question, which the server would have to refuse: what is under way is
 * answered first, and who asks meanwhile waits, see `admitted`.
 */
export async function leave<Result>(end: () => Promise<Result>): Promise<Result> {
  await answered();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  leaving = promise;
  let isOver = false;
  try {
    const result = await end();
    isOver = true;
    return result;
  } finally {
    leaving = undefined;
    resolve(isOver);
  }
}

/**
 * Resolves when a question may be asked.
 * @throws AbortError when the session that it was meant for has ended
 */
export async function admitted(): Promise<void> {
  if (await leaving) throw new DOMException('the session ended', 'AbortError');
}
