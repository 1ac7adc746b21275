export const copy = {
  title: 'Für Unternehmen',
  intro: 'Mit dem ELSTER-Zertifikat Ihres Betriebs, auch für Vereine und Selbstständige.',
  login: 'Mit Unternehmenskonto anmelden',
  leaving: 'Weiter zum Unternehmenskonto …',
};

export type FirmCopy = typeof copy;
