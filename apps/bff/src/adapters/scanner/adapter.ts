import type { Clock } from '../../platform/clock.ts';
import { askClamd } from './clamd.ts';
import { ScannerAway, type ScannerConfig, type ScannerPort, type Verdict } from './port.ts';

const oneDay = 86_400_000;
const versionWithinMs = 5_000;

/** Findings that say "I could not look inside" (clamd.conf: AlertEncrypted, AlertExceedsMax). */
const unscannable = /^Heuristics\.(Encrypted|Limits)\./;

/** ClamAV's daemon. It counts as away when its signatures have no date or are too old: then nothing passes. */
export function createScanner(config: ScannerConfig, { clock }: { clock: Clock }): ScannerPort {
  const whether = { ...config, timeoutMs: Math.min(config.timeoutMs, versionWithinMs) };
  async function ready(): Promise<void> {
    const madeAt = signaturesOf(await askClamd(whether, 'VERSION'));
    if (madeAt === undefined) throw new ScannerAway('signatures_missing');
    const days = (clock.now().getTime() - madeAt) / oneDay;
    if (days > config.maxAgeDays) throw new ScannerAway('signatures_old', `${Math.floor(days)} days`);
  }
  return {
    ready,
    async scan(content) {
      await ready();
      return verdictOf(await askClamd(config, 'INSTREAM', content));
    },
  };
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * When the signatures were made, of `ClamAV 1.4.6/27123/Sun Nov 22 20:11:42 2026`; undefined when none have a date.
 * The time is clamd's local one and is taken as UTC: hours do not matter where days are counted.
 */
function signaturesOf(version: string): number | undefined {
  const [, month = '', day, time, year] =
    /^ClamAV [^/]+\/\d+\/\w{3} (\w{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/.exec(version.trim()) ?? [];
  const at = months.indexOf(month);
  if (year === undefined || at < 0) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? '').split(':').map(Number);
  return Date.UTC(Number(year), at / 3, Number(day), hours, minutes, seconds);
}

/** @throws ScannerAway when clamd says neither yes nor no */
function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { kind: 'clean' };
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (signature === undefined) throw new ScannerAway('scan_failed', answer.replace(/^stream: /, ''));
  return { kind: unscannable.test(signature) ? 'unscannable' : 'found', signature };
}
