import { definePage } from '../lib/page.ts';
import { SkeletonPage } from '../ui/skeleton/skeleton.tsx';
import { shellCopy } from './copy.ts';

/** What stands in the frame until a page is there. */
export const page = definePage({
  Page: SkeletonPage,
  copies: [shellCopy],
  title: ({ language }) => shellCopy.get(language).loadingPage,
});
