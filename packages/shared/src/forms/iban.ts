/** An IBAN as it is stored: capitals and digits without spaces (ISO 13616, electronic format). */
export function compactIban(text: string): string {
  return text.replaceAll(/[\s\u00ad\u200b-]+/g, '').toUpperCase();
}

/** An IBAN as people read it: in groups of four (ISO 13616, print format). */
export function groupedIban(iban: string): string {
  return compactIban(iban).replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** True for a compact IBAN with the right check digits (ISO 7064, MOD 97-10); a German one has 22 characters. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  if (iban.startsWith('DE') && !/^DE\d{20}$/.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
