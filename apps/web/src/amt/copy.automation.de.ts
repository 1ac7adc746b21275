/** What operators read about rules. */
export const automationCopy = {
  title: 'Automatik',
  lead: 'Regeln prüfen Anträge, fragen nach Unterlagen und erledigen das Einfache. Sie lehnen nie ab: Alles Besondere geht an einen Menschen.',
  on: 'An',
  off: 'Aus',
  decides: 'genehmigt, wenn alles passt',
  checks: 'bereitet vor, ein Mensch entscheidet',
  version: (version: number) => `Fassung ${version}`,
  forged:
    'Diese Regel wurde geändert, ohne eine neue Fassung zu bekommen. Sie bleibt aus, bis die Fassung stimmt.',
  runs: ({ approve, prepared, ask, person }: Record<'approve' | 'prepared' | 'ask' | 'person', number>) =>
    `Letzte 30 Tage: ${approve} genehmigt, ${prepared} vorbereitet, ${ask} nachgefordert, ${person} an einen Menschen.`,
  noRuns: 'In den letzten 30 Tagen hat diese Regel nichts getan.',
  what: 'Was die Regel prüft',
  otherwise: { ask: 'sonst nachfordern', person: 'sonst an einen Menschen' },
  law: (ref: string, asOf: string) => `Grundlage: ${ref} (Stand ${asOf})`,
  unconfirmed: 'Das Rechtsamt hat diese Einschätzung noch nicht bestätigt.',

  try: 'An früheren Vorgängen erproben',
  trying: 'Wird erprobt …',
  tried: 'Die Probe läuft.',
  tryOf: (title: string) => `${title}: an früheren Vorgängen erproben`,
  trial: (cases: number, at: string) =>
    cases === 1 ? `Erprobt an 1 Vorgang (${at})` : `Erprobt an ${cases} Vorgängen (${at})`,
  noCases: 'Es gab noch keinen Vorgang, den ein Mensch entschieden hat. Die Probe sagt deshalb nichts.',
  would: ({ approve, prepared, ask, person }: Record<'approve' | 'prepared' | 'ask' | 'person', number>) =>
    `Die Regel hätte ${approve} genehmigt, ${prepared} vorbereitet, bei ${ask} nachgefordert und ${person} an einen Menschen gegeben.`,
  same: (agrees: number, of: number) =>
    of === 0
      ? 'Sie hätte keinen Vorgang selbst erledigt.'
      : `Bei ${agrees} von ${of}, die sie selbst erledigt hätte, haben Menschen dasselbe getan.`,
  unreadable: (count: number) => `${count} Vorgänge ließen sich nicht mehr lesen.`,
  running: 'Die Probe läuft. Das dauert nicht lange.',
  differences: 'Hier hätte die Regel anders gehandelt',
  reference: 'Aktenzeichen',
  rule: 'Regel',
  people: 'Menschen',
  why: 'Prüfung',
  did: { approve: 'genehmigt', prepared: 'vorbereitet', ask: 'nachgefordert', person: 'an einen Menschen' },
  decided: { approved: 'genehmigt', rejected: 'abgelehnt' },
  askedFirst: (decided: string) => `nachgefordert, dann ${decided}`,

  switchOn: 'Einschalten beantragen',
  switchOnOf: (title: string) => `${title}: Einschalten beantragen`,
  needsTrial: 'Zum Einschalten muss die Regel erst erprobt werden.',
  waiting: (name: string, at: string) => `${name} möchte diese Regel einschalten (${at})`,
  yours: (at: string) => `Sie möchten diese Regel einschalten (${at})`,
  confirm: 'Zustimmen: einschalten',
  confirming: 'Wird eingeschaltet …',
  confirmed: 'Die Regel ist an.',
  switchOff: 'Ausschalten',
  switchOffOf: (title: string) => `${title}: ausschalten`,
  switchingOff: 'Wird ausgeschaltet …',
  switchedOff: 'Die Regel ist aus. Ab jetzt prüft ein Mensch.',

  share: 'Ohne Hände erledigt',
  shareLead: 'Anteil der Entscheidungen, die eine Regel getroffen hat, nach Wochen.',
  week: 'Woche ab',
  automatic: 'Regel',
  byHand: 'Menschen',
  percent: 'Anteil',
};
