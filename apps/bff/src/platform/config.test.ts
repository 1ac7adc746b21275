import { expect, it } from 'vitest';
import { parseConfig } from './config.ts';

it('works without any setting', () => {
  const config = parseConfig({});
  expect(config).toMatchObject({
    port: 3000,
    publicOrigin: 'http://localhost:3000',
    https: false,
    mode: 'development',
  });
  expect(config.sqliteFile.startsWith(config.dataDir)).toBe(true);
});

it('takes the public address without path and knows https', () => {
  const config = parseConfig({ PUBLIC_ORIGIN: 'https://service.jena.de/', PORT: '8080' });
  expect(config).toMatchObject({ publicOrigin: 'https://service.jena.de', https: true, port: 8080 });
});

it('treats an empty variable as not set', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

it('names every wrong setting without repeating its value', () => {
  const read = () => parseConfig({ PORT: 'secret-port', DATABASE_URL: 'mysql://user:hunter2@db/x' });
  expect(read).toThrow(/PORT.*DATABASE_URL/);
  expect(read).not.toThrow(/hunter2|secret-port/);
});

it('refuses the sandbox in production', () => {
  expect(() => parseConfig({ NODE_ENV: 'production', SANDBOX_DIR: '/tmp/sandbox' })).toThrow(
    'no place in production',
  );
});
