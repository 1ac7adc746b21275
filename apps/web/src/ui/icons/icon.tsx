import type { ReactNode } from 'react';
import './icons.css';

/** `size` in pixels where text has its usual size; an icon grows with the text. */
export type IconProps = { size?: number; className?: string | undefined };

/** Thin lines on a grid of 24. Decoration only: the words beside it carry the meaning. */
export function icon(paths: ReactNode, mirrored = false) {
  return function Icon({ size = 24, className }: IconProps) {
    const length = `${size / 16}rem`;
    return (
      <svg
        width={length}
        height={length}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className={`icon${mirrored ? ' icon-mirrored' : ''}${className ? ` ${className}` : ''}`}
      >
        {paths}
      </svg>
    );
  };
}
