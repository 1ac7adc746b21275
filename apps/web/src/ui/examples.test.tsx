// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { examples } from './examples.tsx';
import { show } from './testing.tsx';

describe('/dev/ui', () => {
  it.each(examples)('draws $name, every drawing hidden from screen readers', async ({ Example }) => {
    const { place } = await show(<Example />);
    expect(place.children.length).toBeGreaterThan(0);
    expect(place.querySelectorAll('svg:not([aria-hidden=true])')).toHaveLength(0);
  });
});
