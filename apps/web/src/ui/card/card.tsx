import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import './card.css';

type CardProps = HTMLAttributes<HTMLElement> & {
  as?: 'div' | 'section' | 'article' | 'li' | 'aside';
  /** `light` for the one thing that matters now, `quiet` for what stands back, `night` for a strong ground. */
  tone?: 'plain' | 'light' | 'quiet' | 'night';
  /** Without inner space, e.g. around a list of rows. */
  flush?: boolean;
  children: ReactNode;
};

/** A surface for things that belong together. */
export function Card({ as: Tag = 'div', tone = 'plain', flush = false, className, ...rest }: CardProps) {
  return <Tag {...rest} className={classNames('card', `card-${tone}`, flush && 'card-flush', className)} />;
}
