import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { TransactionOver, type Writer } from './access.ts';
import { statementsOf } from './sqlite-statements.ts';

type Connection = Database.Database;

/** One waiting transaction. `settle` answers its caller: after the commit, or with what went wrong. */
type Waiting = {
  /** Tells its code from that of others, also after it is over. */
  sign: symbol;
  work: () => Promise<unknown>;
  settle: { resolve: (value: unknown) => void; reject: (error: unknown) => void };
};

/** More would let the first wait too long for its answer. */
const mostInOneCommit = 24;

/**
 * Runs transactions one after the other. Those that wait at the same time share one commit, because making it durable
 * (fsync) costs more than all they do: each still succeeds or fails alone, by a savepoint of its own, and nobody
 * gets an answer before the commit is on the disk.
 */
export function createSqliteWriter(connection: Connection) {
  const { prepare } = statementsOf(connection);
  /** In whose course code runs, and who is on: statements run where both are the same. */
  const course = new AsyncLocalStorage<symbol>();
  let open: symbol | undefined;
  const writer = drizzle(guardedBy(prepare, check)) as unknown as Writer;

  function check(): void {
    if (open === undefined || course.getStore() !== open) throw new TransactionOver();
  }

  const command = (text: string) => connection.prepare(text);
  const begin = command('BEGIN IMMEDIATE');
  const commit = command('COMMIT');
  const rollback = command('ROLLBACK');
  const save = command('SAVEPOINT one');
  const release = command('RELEASE one');
  const undo = command('ROLLBACK TO one');

  const waiting: Waiting[] = [];
  let pumping: Promise<void> | undefined;

  async function runOne({ sign, work }: Waiting): Promise<unknown> {
    save.run();
    try {
      open = sign;
      return await work();
    } catch (error) {
      if (connection.inTransaction) undo.run();
      throw error;
    } finally {
      open = undefined;
      if (connection.inTransaction) release.run();
    }
  }

  async function commitTogether(group: readonly Waiting[]): Promise<void> {
    const done: { settle: Waiting['settle']; value: unknown }[] = [];
    try {
      begin.run();
      for (const one of group) {
        const { settle } = one;
        try {
          done.push({ settle, value: await runOne(one) });
        } catch (error) {
          settle.reject(error);
          // A full disk, for one, ends the whole transaction: what was done before is gone too.
          if (!connection.inTransaction) throw error;
        }
      }
      commit.run();
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      for (const { settle } of group) settle.reject(error);
      return;
    }
    for (const { settle, value } of done) settle.resolve(value);
  }

  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      // What else has arrived by now may come along.
      await endOfTurn();
      await commitTogether(waiting.splice(0, mostInOneCommit));
    }
    pumping = undefined;
  }

  return {
    run<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
      const { promise, ...settle } = Promise.withResolvers<T>();
      const sign = Symbol('transaction');
      const inCourse = course.run(sign, () => AsyncLocalStorage.snapshot());
      waiting.push({
        sign,
        work: () => inCourse(work, writer),
        settle: settle as Waiting['settle'],
      });
      pumping ??= pump();
      return promise;
    },
    /** Waits for all that was asked for. */
    idle: async () => pumping,
  };
}

type Prepare = (source: string) => Database.Statement;

/**
 * The connection as drizzle sees it. All transactions share it, so that what was built for one serves the next;
 * each statement asks `check` before it runs.
 */
function guardedBy(prepare: Prepare, check: () => void): Connection {
  const known = new WeakMap<Database.Statement, object>();
  function guard(statement: Database.Statement): object {
    return {
      run(...values: unknown[]) {
        check();
        return statement.run(...values);
      },
      all(...values: unknown[]) {
        check();
        return statement.all(...values);
      },
      get(...values: unknown[]) {
        check();
        return statement.get(...values);
      },
      raw() {
        check();
        return statement.raw();
      },
    };
  }
  const guarded = {
    prepare(source: string) {
      check();
      const statement = prepare(source);
      const wrapped = known.get(statement) ?? guard(statement);
      known.set(statement, wrapped);
      return wrapped;
    },
  };
  return guarded as unknown as Connection;
}
