import { createTasks } from './tasks.ts';
import type { Answer, Question } from './worker-client.ts';

type Scope = {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage: (answer: Answer, transfer: Transferable[]) => void;
};
const scope = globalThis as unknown as Scope;
const tasks = createTasks();

async function answer({ id, task, given }: Question): Promise<void> {
  try {
    const work = tasks[task] as (...args: unknown[]) => Promise<unknown>;
    const result = await work(...given);
    const picture = (result as { picture?: ImageBitmap } | undefined)?.picture;
    scope.postMessage({ id, result }, picture ? [picture] : []);
  } catch (error) {
    scope.postMessage({ id, error: error instanceof Error ? error.message : 'failed' }, []);
  }
}

scope.onmessage = (event) => void answer(event.data);
