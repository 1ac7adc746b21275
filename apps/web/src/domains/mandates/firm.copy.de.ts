export const copy = {
  told: 'Das sagt das Unternehmenskonto über Ihren Betrieb',
  when: (when: string) => `Mitgeteilt ${when}`,
  change: 'Damit füllen wir Formulare aus. Ändern können Sie diese Angaben beim Finanzamt.',
  court: (name: string) => `Registergericht ${name}`,
  field: { name: 'Name', legalForm: 'Rechtsform', register: 'Register', seat: 'Anschrift' },
  title: 'Betrieb aus dem Unternehmenskonto',
  intro:
    'Melden Sie sich einmal mit dem ELSTER-Zertifikat Ihres Betriebs an. Danach können Sie auch mit diesem Konto für den Betrieb handeln, jedes Mal für 90 Tage. In Ihr eigenes Konto kommt mit dem Zertifikat niemand.',
  go: 'Weiter zum Unternehmenskonto',
  leaving: 'Weiter zum Unternehmenskonto …',
  onlyPeople:
    'Diesen Dienst gibt es nur für Menschen, nicht für Betriebe. Wenn Sie ihn für sich selbst brauchen, melden Sie sich bitte ab und mit Ausweis oder BundID wieder an.',
};

export type FirmCopy = typeof copy;
