import { ScannerAway, type ScannerPort, type ScannerTrouble, type Verdict } from './port.ts';

/** A scanner for tests of what follows a scan: reads the whole file and says what it is told to, at first `clean`. */
export function trustingScanner(): ScannerPort & { says: Verdict | ScannerTrouble; scans: number } {
  const scanner = {
    says: { kind: 'clean' } as Verdict | ScannerTrouble,
    scans: 0,
    async ready() {
      if (typeof scanner.says === 'string') throw new ScannerAway(scanner.says);
    },
    async scan(content: AsyncIterable<Uint8Array>): Promise<Verdict> {
      await scanner.ready();
      scanner.scans += 1;
      for await (const _part of content);
      return scanner.says as Verdict;
    },
  };
  return scanner;
}
