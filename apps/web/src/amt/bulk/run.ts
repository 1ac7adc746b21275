/** How one case of many came out. */
export type Outcome<Id extends string> = { id: Id } & ({ ok: true } | { ok: false; error: unknown });

/**
 * Does the same to many cases, a few at a time. Each is a call of its own, so its own transaction: one that fails stops
 * no other, and says why.
 * @param told hears of each that is through
 */
export async function runEach<Id extends string>(
  ids: readonly Id[],
  act: (id: Id) => Promise<unknown>,
  told: (done: number) => void = () => undefined,
  atOnce = 4,
): Promise<Outcome<Id>[]> {
  const outcomes = new Map<Id, Outcome<Id>>();
  const waiting = [...ids];
  async function work(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const doing = id;
      const outcome: Outcome<Id> = await act(doing).then(
        () => ({ id: doing, ok: true }),
        (error: unknown) => ({ id: doing, ok: false, error }),
      );
      outcomes.set(doing, outcome);
      told(outcomes.size);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return ids.flatMap((id) => outcomes.get(id) ?? []);
}
