/** What a scanner says about a file. */
export type Verdict =
  | { kind: 'clean' }
  /** `signature` names what was found, for the operator's log. */
  | { kind: 'found'; signature: string }
  /** It could not look at all of it: encrypted, or packed deeper than its limits. */
  | { kind: 'unscannable'; signature: string };

/** Why no file can be checked now. */
export type ScannerTrouble = 'scanner_unreachable' | 'signatures_missing' | 'signatures_old' | 'scan_failed';

/** The scanner cannot be trusted to have looked: nothing passes (ASVS 5.4.3), ask again later. */
export class ScannerAway extends Error {
  readonly reason: ScannerTrouble;
  constructor(reason: ScannerTrouble, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'ScannerAway';
    this.reason = reason;
  }
}

export type ScannerPort = {
  /** Looks for malware in a file as it flows by. @throws ScannerAway; whatever the content throws */
  scan(content: AsyncIterable<Uint8Array>): Promise<Verdict>;
  /** Resolves when a scan could be trusted now. @throws ScannerAway */
  ready(): Promise<void>;
};

export type ScannerConfig = {
  address: { path: string } | { host: string; port: number };
  /** Signatures older than this protect from nothing new. */
  maxAgeDays: number;
  /** Without a sign of life for so long, the scanner counts as away. */
  timeoutMs: number;
};
