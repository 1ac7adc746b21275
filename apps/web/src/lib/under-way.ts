const underWay = new Set<Promise<void>>();
const patienceMs = 2_000;

/** Remembers a question until it is answered or has failed; gives back the very answer. */
export function follow<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const forget = () => void underWay.delete(over);
  const over: Promise<void> = answer.then(forget, forget);
  underWay.add(over);
  return answer;
}

/** Waits until what was asked for is answered, but not for long: a logout that overtakes a question has it refused. */
export async function answered(): Promise<void> {
  if (underWay.size === 0) return;
  const enough = new Promise((done) => setTimeout(done, patienceMs));
  await Promise.race([Promise.all(underWay), enough]);
}
