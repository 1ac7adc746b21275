import { defineCopy } from '../../lib/copy.ts';
import type { ReviewCopy } from './review.copy.de.ts';

export const reviewCopy = defineCopy<ReviewCopy>({
  de: () => import('./review.copy.de.ts'),
  en: () => import('./review.copy.en.ts'),
});
