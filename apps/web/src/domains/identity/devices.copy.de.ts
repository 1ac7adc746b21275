const browsers = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  opera: 'Opera',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  other: 'Browser',
};
const systems = {
  android: 'einem Android-Gerät',
  chromeos: 'einem Chromebook',
  ipad: 'einem iPad',
  iphone: 'einem iPhone',
  linux: 'einem Linux-Rechner',
  mac: 'einem Mac',
  windows: 'einem Windows-Rechner',
  other: 'einem unbekannten Gerät',
};
const methods = {
  eid: 'mit Online-Ausweis',
  passkey: 'mit Passkey',
  bundid: 'mit BundID',
  muk: 'mit Unternehmenskonto',
  recovery: 'mit Code vom Schalter',
  staff: 'mit Dienstkonto',
};

export const copy = {
  title: 'Anmeldung und Geräte',
  lead: 'Wie Sie sich anmelden, und wo Sie gerade angemeldet sind.',
  account: 'Konto',
  loginTitle: 'Sie sind nicht angemeldet',
  loginWhy: 'Nach der Anmeldung sehen Sie hier Ihre Geräte und können sie abmelden.',
  unavailable: 'Die Liste konnten wir gerade nicht laden.',
  again: 'Noch einmal versuchen',
  devices: 'Hier sind Sie angemeldet',
  devicesIntro: 'Sie kennen ein Gerät nicht? Dann melden Sie es ab.',
  device: (browser: keyof typeof browsers, system: keyof typeof systems) =>
    `${browsers[browser]} auf ${systems[system]}`,
  since: (when: string, method: keyof typeof methods) => `Angemeldet ${when}, ${methods[method]}`,
  seen: (when: string) => `Zuletzt benutzt ${when}`,
  here: 'Dieses Gerät',
  end: 'Abmelden',
  ended: 'Das Gerät ist abgemeldet.',
  othersEnd: 'Alle anderen Geräte abmelden',
  othersTitle: 'Alle anderen Geräte abmelden?',
  othersText:
    'Dort kann niemand mehr etwas von Ihnen lesen, bis Sie sich neu anmelden. Auch Mitteilungen kommen dort nicht mehr an. Hier bleiben Sie angemeldet.',
  othersEnded: 'Alle anderen Geräte sind abgemeldet.',
  everywhere: 'Überall abmelden',
  everywhereTitle: 'Überall abmelden, auch hier?',
  everywhereText:
    'Alle Geräte werden abgemeldet, auch dieses. Was noch auf Netz wartet, bleibt auf diesem Gerät aufgehoben.',
  cancel: 'Abbrechen',
  working: 'Einen Moment …',
  notMeTitle: 'Eine Anmeldung war nicht von Ihnen?',
  notMeText:
    'Beenden Sie dann alle Anmeldungen, auch diese hier. Danach kommt nur hinein, wer Ihren Ausweis mit PIN, Ihren Passkey oder Ihre BundID hat. Kennen Sie einen Passkey oben nicht? Entfernen Sie ihn zuerst.',
  notMe: 'Das war ich nicht',
  lostTitle: 'Telefon verloren?',
  lostText:
    'Melden Sie hier alle anderen Geräte ab. Mit Ihrem Online-Ausweis oder Ihrer BundID kommen Sie wieder in Ihr Konto.',
  lostCard:
    'Ist auch der Ausweis weg? Sperren Sie ihn unter 116 116, Tag und Nacht. Den neuen fügen Sie Ihrem Konto hinzu, wenn Sie sich mit Passkey oder BundID anmelden.',
};

export type DevicesCopy = typeof copy;
