import type { ReactNode } from 'react';
import './drawings.css';

/** A thin line drawing on a grid of 48; what carries `className="lit"` is filled with the light of the Lichtstadt. */
export function drawing(paths: ReactNode) {
  return function Drawing({ size = 48 }: { size?: number }) {
    return (
      <svg
        className="drawing"
        width={size}
        height={size}
        viewBox="0 0 48 48"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {paths}
      </svg>
    );
  };
}
