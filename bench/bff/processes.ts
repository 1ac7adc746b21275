import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BareOrder } from './bare.ts';
import type { LoadOrder, LoadResult } from './load.ts';

const here = import.meta.dirname;

/** Starts the bare server; gives its port and how it ends. */
export async function startBare(order: BareOrder): Promise<{ port: number; stop(): void }> {
  const child = fork(join(here, 'bare.ts'), [JSON.stringify(order)], { execArgv: [] });
  const port = await firstMessage<number>(child);
  return { port, stop: () => child.disconnect() };
}

/** Starts the process that asks. */
export function startLoad(): { ask(order: LoadOrder): Promise<LoadResult>; stop(): void } {
  const child = fork(join(here, 'load.ts'), [], { execArgv: [] });
  return {
    async ask(order) {
      const answer = firstMessage<LoadResult>(child);
      child.send(order);
      return answer;
    },
    stop: () => void child.kill('SIGTERM'),
  };
}

function firstMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the bench ended (${code})`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}
