import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { type Engine, type Reader, TransactionOver, type Writer } from './access.ts';
import { checkApplied, migrationsFolder } from './migrations.ts';

/** Any number; every process of the product asks for the same one before it migrates. */
const migrationLock = 7_745_001;

/** PostgreSQL (or anything that speaks its protocol) through a pool of connections. */
export function openPostgres(url: string, options: { connections?: number } = {}): Engine {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);

  return {
    read: drizzle({ client: pool }) as unknown as Reader,
    async run(work) {
      const client = await pool.connect();
      let over = false;
      let broken = false;
      const guarded = {
        query(...parameters: unknown[]) {
          if (over) throw new TransactionOver();
          return (client.query as (...all: unknown[]) => unknown)(...parameters);
        },
      };
      try {
        await client.query('BEGIN');
        const result = await work(
          drizzle({ client: guarded as unknown as pg.PoolClient }) as unknown as Writer,
        );
        over = true;
        await client.query('COMMIT');
        return result;
      } catch (error) {
        over = true;
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async migrate() {
      const client = await pool.connect();
      try {
        await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
        await migrate(drizzle({ client }), { migrationsFolder: migrationsFolder('postgres') });
        const { rows } = await client.query(
          'select hash from drizzle.__drizzle_migrations order by created_at',
        );
        checkApplied(
          'postgres',
          rows.map((row: { hash: string }) => row.hash),
        );
      } finally {
        await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
        client.release();
      }
    },
    async ping() {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}
