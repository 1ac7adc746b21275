/** As people type: without accents and capitals. */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();

/** Those in whose text every word occurs; all of them while nothing is sought. */
export function findMessages<T>(
  messages: readonly T[],
  words: string,
  textOf: (message: T) => string,
): readonly T[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return messages;
  return messages.filter((message) => {
    const text = plain(textOf(message));
    return wanted.every((word) => text.includes(word));
  });
}
