/** A reason that a person reads: long enough to say something, as the server asks it. */
export function checkReason(text: string): 'short' | 'long' | undefined {
  const length = text.trim().length;
  if (length < 10) return 'short';
  return length > 1000 ? 'long' : undefined;
}

/** Adds a template to what stands there, once. */
export function withTemplate(text: string, template: string): string {
  if (text.includes(template)) return text;
  const before = text.trim();
  return before === '' ? template : `${before}\n\n${template}`;
}
