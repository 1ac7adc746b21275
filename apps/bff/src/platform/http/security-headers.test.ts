import { expect, it } from 'vitest';
import { dataHeaders, securityHeaders, unusedPowers } from './security-headers.ts';

const script = 'sha256-c2NyaXB0';
const page = (more: { ownFrames?: boolean; https?: boolean } = {}) =>
  Object.fromEntries(securityHeaders({ scriptHashes: [script], https: true, ...more }));
const policyOf = (headers: Record<string, string>) => (headers['content-security-policy'] ?? '').split('; ');

/** Written out, so that whoever loosens the policy has to do it twice. */
const policy = [
  "default-src 'none'",
  `script-src 'self' '${script}'`,
  "style-src 'self'",
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
  "require-trusted-types-for 'script'",
  'trusted-types jena',
  'report-uri /berichte/richtlinie',
];
const encrypted = ['report-to richtlinie', 'upgrade-insecure-requests'];

it('a page may do exactly this, and nothing else', () => {
  expect(policyOf(page())).toEqual([...policy, ...encrypted]);
  expect(policyOf(page({ https: false }))).toEqual(policy);
});

it('the staff side may show own files in a frame beside it', () => {
  const more = policyOf(page({ ownFrames: true })).filter(
    (part) => ![...policy, ...encrypted].includes(part),
  );
  expect(more).toEqual(["frame-src 'self'"]);
});

it('a page comes with exactly these headers', () => {
  const { 'content-security-policy': _, ...headers } = page();
  expect(headers).toEqual({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': `camera=(self), ${unusedPowers.map((power) => `${power}=()`).join(', ')}`,
    'referrer-policy': 'same-origin',
    'reporting-endpoints': 'richtlinie="/berichte/richtlinie"',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
  });
  expect(unusedPowers).toEqual(expect.arrayContaining(['geolocation', 'microphone', 'payment', 'usb']));
});

it('data comes with exactly these', () => {
  expect(Object.fromEntries(dataHeaders({ https: true }))).toEqual({
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
  });
});
