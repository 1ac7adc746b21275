import type { AccountId, Language } from '@jena/shared/kernel';
import type { Topic } from '@jena/shared/notifications';

/** What this device is to be told, as the person who holds it wished. */
export type Wish = {
  endpoint: string;
  language: Language;
  topics: Topic[];
  /** The login that the server was last told this device belongs to. */
  session?: string | undefined;
  /** Who wished it; without one, somebody who has not logged in yet. */
  account?: AccountId | undefined;
};

type Resting = Partial<Record<AccountId, Topic[]>>;

const activeKey = 'jena-push';
const restingKey = 'jena-push-resting';

/** The wish that holds now. */
export function readWish(): Wish | undefined {
  return read<Wish>(activeKey);
}

export function writeWish(wish: Wish): void {
  write(activeKey, wish);
}

export function clearWish(): void {
  localStorage.removeItem(activeKey);
}

/** The wish of a person who logged out: it holds again when they are back, and for nobody else. */
export function restWish({ account, topics }: Wish): void {
  if (account) write(restingKey, { ...read<Resting>(restingKey), [account]: topics });
}

/** What the person wished when they logged out here. */
export function restingTopics(account: AccountId): Topic[] {
  return read<Resting>(restingKey)?.[account] ?? [];
}

export function forgetResting(account: AccountId): void {
  const { [account]: _gone, ...others } = read<Resting>(restingKey) ?? {};
  if (Object.keys(others).length === 0) localStorage.removeItem(restingKey);
  else write(restingKey, others);
}

function read<Value>(key: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value));
}
