import { type Config, parseConfig } from '../platform/config.ts';

type Command = { config: Config; say(line: string): void; args: readonly string[] };

/** Runs an operator's command: what it says goes to standard output, what goes wrong to standard error and exit code 1. */
export async function runCommand(command: (context: Command) => Promise<void>): Promise<void> {
  try {
    await command({
      config: parseConfig(process.env),
      say: (line) => void process.stdout.write(`${line}\n`),
      args: process.argv.slice(2),
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`);
    process.exitCode = 1;
  }
}
