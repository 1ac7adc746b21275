/** Groups of three and at most two decimals, either with German or with English signs; a euro sign may stand around it. */
const german = /^\d{1,3}(?:[.'\u2019]?\d{3})*(?:,\d{1,2})?$/;
const english = /^\d{1,3}(?:[,'\u2019]?\d{3})*(?:\.\d{1,2})?$/;

/** Reads an amount of euros as people type it („1.234,50 €“, “1,234.50”) into cents; undefined when it is none. */
export function parseMoney(text: string): number | undefined {
  const typed = text.replaceAll(/[\s\u00a0\u202f€]|EUR$/g, '').replace(/,-$/, '');
  const decimals = german.test(typed) ? ',' : english.test(typed) ? '.' : undefined;
  if (decimals === undefined) return undefined;
  const [euros = '', cents = ''] = typed.split(decimals);
  const amount = Number(euros.replaceAll(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}
