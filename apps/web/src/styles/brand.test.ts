import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./brand.css', import.meta.url), 'utf8');

/** Relative luminance (WCAG 2.2) of an oklch colour; conversion after CSS Color 4, section 18. */
function luminance(oklch: string): number {
  const [l = 0, c = 0, h = 0] = oklch.split(/\s+/).map((part) => Number.parseFloat(part));
  const lightness = l / 100;
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const red = clamp(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S);
  const green = clamp(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S);
  const blue = clamp(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colour(token: string, scheme: 'light' | 'dark'): number {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`brand.css has no --${token}`);
  const colours = [...value.matchAll(/oklch\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  return luminance((scheme === 'dark' ? colours[1] : undefined) ?? colours[0] ?? '');
}

function contrast(front: string, back: string, scheme: 'light' | 'dark'): number {
  const [high = 0, low = 0] = [colour(front, scheme), colour(back, scheme)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = [
  'kern-color-layout-background-default',
  'kern-color-layout-background-hued',
  'jena-light-soft',
];
const tones = ['info', 'success', 'warning', 'danger'];
const text: [string, string][] = [
  ...surfaces.flatMap((surface): [string, string][] => [
    ['kern-color-layout-text-default', surface],
    ['kern-color-layout-text-muted', surface],
    ['kern-color-action-default', surface],
  ]),
  ...tones.flatMap((tone): [string, string][] => [
    [`kern-color-feedback-${tone}`, `kern-color-feedback-${tone}-background`],
    [`kern-color-feedback-${tone}`, 'kern-color-layout-background-hued'],
    ['kern-color-layout-text-default', `kern-color-feedback-${tone}-background`],
  ]),
  ['kern-color-action-on-default', 'kern-color-action-default'],
  ['kern-color-action-on-default', 'kern-color-action-hover'],
  ['kern-color-action-default', 'kern-color-action-soft'],
  ['jena-on-night', 'jena-night'],
  ['jena-on-night-muted', 'jena-night'],
  ['jena-light', 'jena-night'],
  ['jena-on-light', 'jena-light'],
  ['jena-on-light-card', 'jena-light-card'],
];
const controls: [string, string][] = [
  ['kern-color-form-input-border', 'kern-color-form-input-background'],
  ['kern-color-form-input-border', 'kern-color-layout-background-hued'],
  ['kern-color-action-focus', 'kern-color-layout-background-hued'],
  ['kern-color-action-focus', 'kern-color-layout-background-default'],
];

describe.each(['light', 'dark'] as const)('the brand in its %s scheme', (scheme) => {
  it.each(text)('can be read: %s on %s', (front, back) => {
    expect(contrast(front, back, scheme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(controls)('shows its controls and the focus: %s on %s', (front, back) => {
    expect(contrast(front, back, scheme)).toBeGreaterThanOrEqual(3);
  });
});

it('finds a bad pair when there is one', () => {
  expect(contrast('jena-light', 'kern-color-layout-background-default', 'light')).toBeLessThan(4.5);
});
