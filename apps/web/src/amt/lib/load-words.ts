import { formsCopy } from '../../domains/forms/copy.ts';
import { errorCopy } from '../../lib/errors.ts';
import { uiCopy } from '../../ui/copy.ts';

/** The German words that the staff side shares with the citizens' side; loaded before anything is drawn. */
export async function loadWords(): Promise<void> {
  await Promise.all([uiCopy.load('de'), errorCopy.load('de'), formsCopy.load('de')]);
}
