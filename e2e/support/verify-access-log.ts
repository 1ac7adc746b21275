import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const script = resolve(import.meta.dirname, '../../scripts/verify-access-log.ts');

/** Runs `npm run verify-access-log -- FILE` as somebody at home would. */
export function verifiesAccessLog(file: string): Promise<{ code: number; says: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [script, file], (error, says) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? 2 : 0, says }),
    );
  });
}
