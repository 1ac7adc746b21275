import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { servicesCopy } from '../../services/copy.ts';
import { amountWords } from '../../services/parts/amount.ts';
import { bundleCopy } from '../bundle.copy.ts';
import type { BundleData } from '../bundle-data.ts';

/** What one part costs, and how long it takes. */
export function BundleFacts({ part }: { part: Pick<BundleData['parts'][number], 'fee' | 'time'> }) {
  const copy = useCopy(bundleCopy);
  const words = useCopy(servicesCopy).service;
  const language = useLanguage();
  const { variant, amount } = part.fee;
  const isFree = amount.kind === 'exact' && amount.cents === 0;
  return (
    <dl className="bundle-facts">
      <div>
        <dt>{copy.fee}</dt>
        <dd>
          {amountWords(amount, language, words)}
          {!isFree && <span className="muted"> ({variant})</span>}
        </dd>
      </div>
      {part.time && (
        <div>
          <dt>{copy.time}</dt>
          <dd>{part.time}</dd>
        </div>
      )}
    </dl>
  );
}
