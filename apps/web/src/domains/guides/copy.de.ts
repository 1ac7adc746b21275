export const copy = {
  list: {
    title: 'Neu in Jena',
    lead: 'Willkommen! Diese Wegweiser führen Sie Schritt für Schritt. Was Sie abhaken, merkt sich Ihr Gerät.',
    description:
      'Wegweiser für Menschen, die neu in Jena sind: Anmelden, Wohnen, Arbeit, Kita, Schule, Gesundheit.',
    first: 'Beginnen Sie hier',
    emergency: 'Im Notfall',
    call: (number: string) => `${number} anrufen`,
  },
  guide: {
    back: 'Neu in Jena',
    tasks: 'Ihre Liste',
    tick: (title: string) => `${title}: erledigt`,
    progress: (done: number, of: number) => `${done} von ${of} erledigt`,
    allDone: 'Alles erledigt. Schön, dass Sie da sind!',
    keptHere: 'Ihre Häkchen bleiben auf diesem Gerät, auch ohne Netz. Niemand sonst sieht sie.',
    deadline: 'Frist',
    bring: 'Mitbringen',
    before: 'Vorher',
    help: 'Wo es geht',
    elsewhere: 'Zur Website',
    tips: 'Gut zu wissen',
    offices: 'Hier bekommen Sie Hilfe',
    services: 'Dienste dazu',
    prerequisites: 'Lesen Sie vorher',
    assumes: 'Dieser Wegweiser nimmt an, dass das schon erledigt ist',
    forWhom: 'Für wen',
    print: 'Liste drucken',
    unconfirmed: 'unbestätigt',
    sources: 'Quellen und Stand',
    asOf: (date: string) => `Stand ${date}`,
  },
  taskCount: (count: number) => (count === 1 ? '1 Aufgabe' : `${count} Aufgaben`),
};

export type GuidesCopy = typeof copy;
