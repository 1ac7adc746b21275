import { type CountedQueue, mostCounted } from '@jena/shared/cases';

/** What staff read of their work queues. */
export const queueCopy = {
  queues: {
    new: 'Neu',
    mine: 'Bei mir',
    answered: 'Beantwortet',
    confirm: 'Zu bestätigen',
    waiting: 'Wartet',
    overdue: 'Frist vorbei',
    soon: 'Frist naht',
    special: 'Besondere',
    done: 'Erledigt',
  } satisfies Record<CountedQueue, string>,
  ofService: (service: string) => `Offen: ${service}`,
  tabs: 'Arbeitskörbe',
  list: (queue: string) => `Vorgänge: ${queue}`,
  number: (count: number) => (count >= mostCounted ? `${mostCounted}+` : String(count)),
  count: (count: number) =>
    count >= mostCounted
      ? `mehr als ${mostCounted} Vorgänge`
      : count === 1
        ? '1 Vorgang'
        : `${count} Vorgänge`,
  services: 'Offene Vorgänge einer Leistung',
  allServices: 'Alle Leistungen',
  serviceWith: (name: string, count: number) => `${name} (${queueCopy.number(count)})`,
  more: 'Weitere laden',
  loadingMore: 'Weitere werden geladen …',
  asOf: (clock: string) => `Stand ${clock}`,
  live: 'Zahlen kommen von selbst',
  stale: (clock: string) => `Stand ${clock}. Die Liste lässt sich gerade nicht erneuern.`,
  emptyTitle: 'Alles erledigt',
  empty: {
    new: 'Gerade wartet kein neuer Antrag.',
    mine: 'Sie haben gerade keinen Vorgang übernommen.',
    answered: 'Gerade ist keine nachgereichte Unterlage zu prüfen.',
    confirm: 'Gerade ist keine Entscheidung von anderen zu bestätigen.',
    waiting: 'Sie warten gerade auf keine Unterlage.',
    overdue: 'Keine Frist ist verstrichen.',
    soon: 'In den nächsten sieben Tagen endet keine Frist.',
    special: 'Gerade braucht kein Vorgang einen besonderen Blick.',
    done: 'Hier erscheinen Vorgänge, die entschieden sind.',
  } satisfies Record<CountedQueue, string>,
  emptyService: 'Zu dieser Leistung ist gerade nichts offen.',
  by: (name: string) => `bei ${name}`,
  special: 'Genau ansehen',
  dueOn: (day: string) => `Frist ${day}`,
  overdueSince: (day: string) => `Frist war ${day}`,
  unreadable: 'Name nicht lesbar',
  broken: 'Nicht ganz lesbar',
  brokenTitle: 'Dieser Vorgang lässt sich nicht ganz lesen',
  brokenText:
    'Die Person hat ihr Konto gelöscht, oder die Angaben sind beschädigt. Sie sehen alles, was noch bekannt ist. Entscheiden können Sie ihn so nicht; bitte sagen Sie Ihrer Leitung Bescheid.',
};
