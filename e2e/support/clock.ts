import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const preload = pathToFileURL(resolve(import.meta.dirname, 'clock-shift.mjs')).href;

/** Environment of a process whose clock shows this instant when it starts, and runs on from there. */
export function clockAt(instant: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--import=${preload}`,
    JENA_E2E_SHIFT: String(Date.parse(instant) - Date.now()),
  };
}
