import type { CardCopy } from './card.copy.de.ts';

export const copy: CardCopy = {
  title: 'Please confirm with your ID card',
  text: 'To keep you safe, we need your online ID card once more for this. Then you go on right here.',
  confirm: 'Confirm with your online ID card',
  working: 'One moment …',
};
