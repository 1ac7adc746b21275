import { shellCopy } from '../shell/copy.ts';
import { Notice } from '../ui/notice/notice.tsx';
import { useCopy, useLanguage } from './copy.ts';
import { formatMoment } from './format.ts';
import { useLive } from './live.ts';

type Asked = { dataUpdatedAt: number; isError: boolean };

/** Since when it stands, where it could not be asked anew: without a network, or when the server does not answer. */
export function AsOf({ query: { dataUpdatedAt, isError } }: { query: Asked }) {
  const copy = useCopy(shellCopy);
  const language = useLanguage();
  const { online } = useLive();
  if ((online && !isError) || dataUpdatedAt === 0) return null;
  return <Notice>{copy.asOf(formatMoment(new Date(dataUpdatedAt).toISOString(), language))}</Notice>;
}
