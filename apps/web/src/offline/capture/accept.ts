const plain = 'image/jpeg,image/png,application/pdf';

/**
 * What a file chooser offers. Apple's hands over HEIC pictures as JPEG as long as HEIC is not asked for; others would
 * hide them without a word, so there they may be chosen and get an answer.
 */
export function acceptedFiles(): string {
  const apple = globalThis.navigator?.vendor?.startsWith('Apple') ?? false;
  return apple ? plain : `${plain},image/heic,image/heif`;
}
