import { pino } from 'pino';

/** What code may log: an event name with ids, codes and numbers. Never names, answers, addresses or tokens. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Log;
};

const personal = [
  'name',
  'email',
  'phone',
  'address',
  'answers',
  'birthDate',
  'note',
  'token',
  'cookie',
  'authorization',
  'password',
  'secret',
  'endpoint',
  'input',
  'payload',
  'headers',
];

/** Fields of these names never reach the log, however deep a careless caller passes them. */
const redactedPaths = personal.flatMap((field) => [
  field,
  `*.${field}`,
  `*.*.${field}`,
  `err.cause.${field}`,
]);

/** Drivers put a statement's values into their errors; those may be personal, so only name, code and stack stay. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const isQuery = error.name === 'DrizzleQueryError' || error.message.startsWith('Failed query');
  return {
    type: error.name,
    message: isQuery ? 'failed query' : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: frames.slice(0, 12).join('\n'),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

/**
 * Structured logs, one JSON object a line, UTC.
 * @param destination where lines go; standard output when left out
 */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redactedPaths, censor: '[redacted]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A child that is only made when something is logged: most calls log nothing, and making one takes a while. */
export function laterChild(log: Log, fields: object): Log {
  let made: Log | undefined;
  const child = () => {
    made ??= log.child(fields);
    return made;
  };
  return {
    debug: (more, message) => child().debug(more, message),
    info: (more, message) => child().info(more, message),
    warn: (more, message) => child().warn(more, message),
    error: (more, message) => child().error(more, message),
    child: (more) => child().child(more),
  };
}
