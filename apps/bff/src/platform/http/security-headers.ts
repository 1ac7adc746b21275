/** Name of the one Trusted Types policy that the web app may make (for its service worker's address). */
export const trustedTypesPolicy = 'jena';

/**
 * The content security policy of every page: only own scripts, styles and connections; no frames.
 * @param scriptHashes hashes (`sha256-…`) of inline scripts that the build wrote
 * @param ownFrames lets the page show own files in a frame: staff see a PDF in the browser's viewer
 */
export function contentSecurityPolicy({
  scriptHashes = [],
  ownFrames = false,
  https,
}: {
  scriptHashes?: readonly string[];
  ownFrames?: boolean;
  https: boolean;
}): string {
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
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
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const unusedPowers = [
  'accelerometer',
  'autoplay',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'payment',
  'usb',
];

/** Headers of every answer, pages and data alike (ASVS 3.4). */
export function securityHeaders(options: {
  scriptHashes?: readonly string[];
  ownFrames?: boolean;
  https: boolean;
}): [string, string][] {
  return [
    ['content-security-policy', contentSecurityPolicy(options)],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', ['camera=(self)', ...unusedPowers.map((power) => `${power}=()`)].join(', ')],
    ['referrer-policy', 'same-origin'],
    ['x-content-type-options', 'nosniff'],
    ...(options.https
      ? ([['strict-transport-security', 'max-age=31536000; includeSubDomains']] as [string, string][])
      : []),
  ];
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
