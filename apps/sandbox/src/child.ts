/** Tells the parent that this process answers, and ends it when the parent is gone or asks for it. */
export function ready(close: () => unknown): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    close();
    // Open keep-alive connections must not keep a sandbox alive.
    setTimeout(() => process.exit(0), 100).unref();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  process.send?.('ready');
}

/** Fails loudly when a port is taken. */
export function failOnError(name: string) {
  return (error: Error): void => {
    console.error(`sandbox ${name}: ${error.message}`);
    process.exit(1);
  };
}
