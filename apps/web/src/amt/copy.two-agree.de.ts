/** What staff read where one asks for something and a second person agrees. */
export const twoAgreeCopy = {
  reason: 'Grund',
  reasonHint: 'Kurz und ohne Namen. Die zweite Person liest ihn, und er wird aufbewahrt.',
  reasonShort: 'Bitte schreiben Sie den Grund mit mindestens 5 Zeichen.',
  asking: 'Wird beantragt …',
  asked: 'Beantragt. Jetzt muss eine zweite Person zustimmen.',
  until: (at: string) => `Wartet bis ${at} auf eine zweite Person.`,
  drop: 'Zurücknehmen',
  dropping: 'Wird zurückgenommen …',
  dropped: 'Zurückgenommen.',
};
