/** The closed list of business domains. A domain has this one name everywhere: folders, router keys, table prefixes, error codes, copy, logs. */
export const domains = [
  'services',
  'guides',
  'forms',
  'cases',
  'automation',
  'handover',
  'appointments',
  'identity',
  'account',
  'mandates',
  'vault',
  'payments',
  'notifications',
  'assistant',
  'indicators',
  'kita',
  'participation',
  'construction',
  'intranet',
  'opendata',
] as const;

export type Domain = (typeof domains)[number];
