import { policyReportsPath } from './policy-reports.ts';

/** Name of the one Trusted Types policy that the web app may make (for its service worker's address). */
export const trustedTypesPolicy = 'jena';

/**
 * The content security policy of every page: only own scripts, styles and connections; no frames.
 * @param scriptHashes hashes (`sha256-…`) of inline scripts that the build wrote; `styleHashes` of inline styles
 * @param ownFrames lets the page show own files in a frame: staff see a PDF in the browser's viewer
 */
export function contentSecurityPolicy({
  scriptHashes = [],
  styleHashes = [],
  ownFrames = false,
  https,
}: {
  scriptHashes?: readonly string[];
  styleHashes?: readonly string[];
  ownFrames?: boolean;
  https: boolean;
}): string {
  const self = (hashes: readonly string[]) => ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    `script-src ${self(scriptHashes)}`,
    `style-src ${self(styleHashes)}`,
    // Photographs are shown from memory before they are uploaded.
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(ownFrames ? ["frame-src 'self'"] : []),
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicy}`,
    `report-uri ${policyReportsPath}`,
    // Who knows the newer form of reports reads only that; it exists on encrypted pages alone.
    ...(https ? ['report-to richtlinie', 'upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** What no page of ours asks a browser for. */
export const unusedPowers = [
  'accelerometer',
  'autoplay',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
];

type Header = [name: string, value: string];

/** On every answer (ASVS 3.4.1, 3.4.4, 3.4.5). */
const common = (https: boolean): Header[] => [
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
  ...(https ? ([['strict-transport-security', 'max-age=31536000; includeSubDomains']] as Header[]) : []),
];

/** Headers of what draws or runs on its own: pages and workers (ASVS 3.4). */
export function securityHeaders(options: {
  scriptHashes?: readonly string[];
  styleHashes?: readonly string[];
  ownFrames?: boolean;
  https: boolean;
}): Header[] {
  return [
    ['content-security-policy', contentSecurityPolicy(options)],
    ['cross-origin-opener-policy', 'same-origin'],
    ['permissions-policy', ['camera=(self)', ...unusedPowers.map((power) => `${power}=()`)].join(', ')],
    ...(options.https ? ([['reporting-endpoints', `richtlinie="${policyReportsPath}"`]] as Header[]) : []),
    ...common(options.https),
  ];
}

/**
 * Headers of data and of the parts of a page: the page's own policy rules them, so theirs is the strictest and
 * shortest one, for whoever opens them alone. A page has thirty parts, and a phone pays for every byte.
 */
export function dataHeaders({ https }: { https: boolean }): Header[] {
  const policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
  return [['content-security-policy', policy], ...common(https)];
}

const complete = new WeakSet<Response>();

/** Marks an answer that was made with all its headers: touching them again would cost more than the answer itself. */
export function withAllHeaders(response: Response): Response {
  complete.add(response);
  return response;
}

export function hasAllHeaders(response: Response): boolean {
  return complete.has(response);
}
