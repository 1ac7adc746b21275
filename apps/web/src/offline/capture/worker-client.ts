import { trustedScriptUrl } from '../trusted.ts';
import workerUrl from './capture.worker.ts?worker&url';
import type { Tasks } from './tasks.ts';

export type Question = { id: number; task: keyof Tasks; given: unknown[] };
export type Answer = { id: number; result: unknown } | { id: number; error: string };

export type CaptureWorker = Tasks & { stop: () => void };

/** The capturing tasks in a worker, so that the viewfinder stays smooth; on the page itself where a worker cannot draw. */
export async function openTasks(): Promise<CaptureWorker> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') {
    return { ...(await import('./tasks.ts')).createTasks(), stop: () => undefined };
  }
  return overWorker(new Worker(trustedScriptUrl(workerUrl), { type: 'module' }));
}

type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void };

function overWorker(worker: Worker): CaptureWorker {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) one?.reject(new Error(data.error));
    else one?.resolve(data.result as never);
  };
  const failAll = () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker stopped'));
    waiting.clear();
  };
  worker.onerror = failAll;

  function ask<Result>(task: keyof Tasks, given: unknown[], transfer: Transferable[] = []): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, task, given } satisfies Question, transfer);
    });
  }

  return {
    prepare: (source, size) => ask('prepare', [source, size], source instanceof ImageBitmap ? [source] : []),
    straighten: (quad) => ask('straighten', [quad]),
    render: (look, turn) => ask('render', [look, turn]),
    outline: (frame) => ask('outline', [frame], [frame]),
    stop() {
      worker.terminate();
      failAll();
    },
  };
}
