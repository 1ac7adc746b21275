/** What operators read about logins. */
export const sessionsCopy = {
  title: 'Anmeldungen',
  citizens: (count: number) =>
    count === 0
      ? 'Gerade ist niemand aus der Stadt angemeldet.'
      : count === 1
        ? '1 Anmeldung aus der Stadt.'
        : `${count} Anmeldungen aus der Stadt.`,
  staff: 'Beschäftigte, die angemeldet sind',
  name: 'Name',
  devices: 'Geräte',
  seen: 'Zuletzt aktiv',
  act: 'Abmelden',
  end: 'Abmelden',
  endOf: (name: string) => `${name} auf allen Geräten abmelden`,
  ending: 'Wird abgemeldet …',
  ended: 'Abgemeldet. Entwürfe bleiben auf den Geräten.',
  you: 'Sie',
  all: 'Alle abmelden',
  allLead:
    'Für den Notfall: Alle Menschen aus der Stadt und alle Beschäftigten müssen sich neu anmelden. Das geschieht erst, wenn eine zweite Person aus dem Betrieb zustimmt.',
  ask: 'Alle abmelden beantragen',
  waiting: (name: string, at: string) => `${name} möchte alle abmelden (${at})`,
  yours: (at: string) => `Sie möchten alle abmelden (${at})`,
  confirm: 'Zustimmen: alle abmelden',
  confirmed: 'Alle sind abgemeldet. Auch Sie melden sich bitte neu an.',
  confirming: 'Wird abgemeldet …',
};
