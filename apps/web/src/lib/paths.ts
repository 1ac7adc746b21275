import type { CaseId, DocumentId, Language, MessageId } from '@jena/shared/kernel';
import type { DocumentType } from '@jena/shared/vault';

/** Every address of the product in one place. German is at the root, other languages under their code. */
export const paths = {
  start: () => '/',
  services: () => '/dienste',
  service: (slug: string) => `/dienste/${slug}`,
  precheck: (slug: string) => `/dienste/${slug}/check`,
  form: (slug: string, page?: string) => `/dienste/${slug}/antrag${page ? `/${page}` : ''}`,
  formReview: (slug: string) => `/dienste/${slug}/antrag/pruefen`,
  guides: () => '/neu-in-jena',
  guide: (slug: string) => `/neu-in-jena/${slug}`,
  office: (id: string) => `/stellen/${id}`,
  cases: () => '/vorgaenge',
  case: (id: CaseId | string) => `/vorgaenge/${id}`,
  casesTogether: (bundle: string) => `/vorgaenge/zusammen/${bundle}`,
  verify: () => '/pruefen',
  coSign: () => '/vorgaenge/mitunterschreiben',
  inbox: () => '/postfach',
  message: (id: MessageId | string) => `/postfach/${id}`,
  account: () => '/konto',
  card: () => '/konto/ausweis',
  contact: () => '/konto/kontakt',
  accessLog: () => '/konto/zugriffe',
  leave: () => '/konto/loeschen',
  vault: () => '/konto/tresor',
  vaultAdd: (type?: DocumentType) => `/konto/tresor/neu${type ? `#${type}` : ''}`,
  vaultDocument: (id: DocumentId | string) => `/konto/tresor/${id}`,
  myData: () => '/konto/daten',
  mandates: () => '/konto/vertretung',
  devices: () => '/konto/anmeldung',
  notificationSettings: () => '/konto/mitteilungen',
  loginCode: () => '/anmelden/code',
  recovery: () => '/anmelden/zugang',
  knownCard: () => '/anmelden/bekannt',
  addCard: () => '/konto/neuer-ausweis',
  login: (returnTo?: string) => `/anmelden${returnTo ? `?zurueck=${encodeURIComponent(returnTo)}` : ''}`,
  bundId: () => '/anmelden/bundid',
  transparency: () => '/transparenz',
  language: () => '/sprache',
  about: (page: 'impressum' | 'datenschutz' | 'barrierefreiheit') => `/${page}`,
} as const;

export const defaultLanguage: Language = 'de';

/** `/dienste` in English is `/en/dienste`. */
export function localPath(language: Language, path: string): string {
  if (language === defaultLanguage) return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}

/** Splits an address into its language and the path that routes know. */
export function splitPath(pathname: string): { language: Language; path: string } {
  const match = /^\/(en)(\/.*)?$/.exec(pathname);
  if (match) return { language: match[1] as Language, path: match[2] ?? '/' };
  return { language: defaultLanguage, path: pathname };
}
