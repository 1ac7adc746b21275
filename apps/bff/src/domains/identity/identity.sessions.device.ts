import type { Device } from '@jena/shared/identity';

/** First match wins: browsers name their ancestors too. */
const browsersByMark: readonly [RegExp, Device['browser']][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\bOPR\/|\bOpera\b/, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/(?:Chrome|Chromium|CriOS)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
];

const systemsByMark: readonly [RegExp, Device['system']][] = [
  [/\bAndroid\b/, 'android'],
  [/\biPhone\b/, 'iphone'],
  [/\biPad\b/, 'ipad'],
  [/\bWindows\b/, 'windows'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bMac OS X\b|\bMacintosh\b/, 'mac'],
  [/\bLinux\b/, 'linux'],
];

const find = <Name>(marks: readonly [RegExp, Name][], text: string) =>
  marks.find(([mark]) => mark.test(text))?.[1];

/** What a browser says of itself, as coarse as people speak of it; nothing else of the text is kept. An iPad may say Mac. */
export function deviceOf(userAgent: string | undefined): Device {
  const text = (userAgent ?? '').slice(0, 500);
  // An app on iOS's home screen is Safari without saying so.
  const onIos = /\b(iPhone|iPad)\b/.test(text) ? 'safari' : 'other';
  return {
    browser: find(browsersByMark, text) ?? onIos,
    system: find(systemsByMark, text) ?? 'other',
  };
}
