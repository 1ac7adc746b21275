import type { Amount } from '@jena/content';
import type { Language } from '@jena/shared/kernel';
import { formatMoney } from '../../../lib/format.ts';
import type { ServicesCopy } from '../copy.de.ts';

/** A fee in words. What is not known is said so, never guessed; a negative amount is money that the person receives. */
export function amountWords(amount: Amount, language: Language, copy: ServicesCopy['service']): string {
  const euro = (cents: number) => formatMoney(cents, language);
  switch (amount.kind) {
    case 'exact':
      if (amount.cents === 0) return copy.free;
      return amount.cents < 0 ? copy.youReceive(euro(-amount.cents)) : euro(amount.cents);
    case 'range':
      return amount.toCents < 0
        ? copy.youReceive(copy.range(euro(-amount.toCents), euro(-amount.fromCents)))
        : copy.range(euro(amount.fromCents), euro(amount.toCents));
    case 'from':
      return copy.from(euro(amount.cents));
    case 'upTo':
      return amount.cents < 0
        ? copy.youReceive(copy.upTo(euro(-amount.cents)))
        : copy.upTo(euro(amount.cents));
    case 'unknown':
      return copy.costUnknown;
  }
}
