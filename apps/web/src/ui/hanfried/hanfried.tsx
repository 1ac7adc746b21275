import '../drawings/drawings.css';

/**
 * Hanfried, after the statue on Jena's market square: a scholar with beret, ruff and a feather of light.
 * Decoration: what he says stands beside him in words.
 */
export function Hanfried({ size = 'small' }: { size?: 'small' | 'large' }) {
  const pixels = size === 'small' ? 56 : 128;
  return (
    <svg className="hanfried" width={pixels} height={pixels} viewBox="0 0 96 96" aria-hidden="true">
      <path d="M12 95c1-18 13-28 36-28s35 10 36 28z" fill="oklch(44% 0.15 266)" />
      <path d="M40 75h16l-3 20H43z" fill="oklch(34% 0.13 267)" />
      <ellipse cx="48" cy="47" rx="21" ry="22" fill="oklch(88% 0.055 65)" />
      <path
        d="M24 66c2-4 5-1 7-4 2 3 5 0 7 3 2-3 4-1 5 1 2-2 4-3 5 0 1-3 3-2 5 0 1-2 3-4 5-1 2-3 5 0 7-3 2 3 5 0 7 4 1 4-2 6-5 7-3 3-6 1-8 3-3 2-4-1-6 1-2 1-4-1-5 1-1-2-3 0-5-1-2-2-3 1-6-1-2-2-5 0-8-3-3-1-6-3-5-7z"
        fill="oklch(98% 0.008 268)"
        stroke="oklch(72% 0.05 268)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path
        d="M27 45c0 17 9 27 21 27s21-10 21-27c-3 7-6 10-11 10-4 0-7-2-10-2s-6 2-10 2c-5 0-8-3-11-10z"
        fill="oklch(45% 0.07 50)"
      />
      <path
        d="M43 60c3 2.5 7 2.5 10 0"
        stroke="oklch(88% 0.055 65)"
        strokeWidth="2.5"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="40" cy="44" r="2.4" fill="oklch(26% 0.05 268)" />
      <circle cx="56" cy="44" r="2.4" fill="oklch(26% 0.05 268)" />
      <path
        d="M36 38.5c2-1.5 5-1.5 7-.5M53 38c2-1 5-1 7 .5"
        stroke="oklch(45% 0.07 50)"
        strokeWidth="2"
        strokeLinecap="round"
        fill="none"
      />
      <path d="M72 26C72 12 80 5 91 3c1 12-4 22-15 27z" fill="oklch(88.5% 0.155 92)" />
      <path
        d="M73 28c5-9 10-15 15-22"
        stroke="oklch(62% 0.12 85)"
        strokeWidth="1.5"
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M20 33c-4-12 8-21 27-22 20-1 33 7 31 20-8-3-18-4.5-29-4.5S27 29 20 33z"
        fill="oklch(33% 0.12 267)"
      />
      <path
        d="M22 34c8-4 16-6 27-6s20 1.5 27 4.5l-2 5.5c-7-3-15-4.5-25-4.5S31 35 24 39z"
        fill="oklch(26% 0.09 268)"
      />
    </svg>
  );
}
