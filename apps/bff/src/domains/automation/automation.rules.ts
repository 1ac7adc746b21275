import { isDeepStrictEqual } from 'node:util';
import { type AutomaticAct, type Explanation, explain, type Rule } from '@jena/shared/automation';
import { toInstant } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Store } from '../../platform/db/store.ts';
import type { AutomationStore } from './automation.store.ts';

/** The rules of this release, and what is known of older ones. */
export function createRules(rules: ReadonlyMap<string, Rule>, store: AutomationStore) {
  const known = new Map([...rules.values()].map((rule) => [`${rule.id}@${rule.version}`, rule]));
  const forged = new Set<string>();

  return {
    all: () => [...rules.values()],
    ofService: (slug: string): Rule | undefined => rules.get(slug),
    byId: (id: string): Rule | undefined => [...rules.values()].find((rule) => rule.id === id),

    /** It says something else than when its version was first seen here: it does nothing until it gets a new number. */
    isForged: ({ id }: Rule): boolean => forged.has(id),

    /** True when this very version was switched on. A new version is off. */
    async isOn(db: Reader, rule: Rule): Promise<boolean> {
      if (forged.has(rule.id)) return false;
      const found = await store.switchOf(db, rule.id);
      return found?.isOn === true && found.version === rule.version;
    },

    /** Says an act in the words of its time; null for a version that nobody here has seen. */
    explain(act: AutomaticAct): Explanation | null {
      const rule = known.get(`${act.rule}@${act.version}`);
      return rule ? explain(rule, act) : null;
    },

    /** At the start: keeps new versions, and reads old ones. */
    async begin({ store: db, clock }: { store: Store; clock: Clock }): Promise<void> {
      await db.transaction(
        async (tx) => {
          for (const rule of rules.values()) await store.keepRule(tx, rule, toInstant(clock.now()));
        },
        { changesPublicData: false },
      );
      for (const kept of await store.keptRules(db.read)) {
        const now = rules.get(kept.service);
        if (now?.id === kept.id && now.version === kept.version && !isDeepStrictEqual(now, kept))
          forged.add(kept.id);
        known.set(`${kept.id}@${kept.version}`, kept);
      }
    },
  };
}

export type Rules = ReturnType<typeof createRules>;
