export const copy = {
  title: 'Auf dem Weg',
  lead: 'Jeder Antrag geht seinen eigenen Weg zu dem Amt, das zuständig ist. Hier sehen Sie alle.',
  arrived: (count: number, of: number) =>
    count === of
      ? of === 1
        ? 'Der Antrag ist angekommen.'
        : `Alle ${of} Anträge sind angekommen.`
      : `${count} von ${of} Anträgen sind angekommen.`,
  applications: 'Ihre Anträge',
  reference: (reference: string) => `Aktenzeichen ${reference}`,
  on: 'unterwegs',
  later: 'Für später',
  laterText: 'Was Sie gemeinsam beantwortet haben, steht schon drin.',
  goOn: 'Weiter ausfüllen',
  gone: 'Hier ist nichts (mehr)',
  goneText:
    'Vielleicht gehören diese Anträge zu einem anderen Konto. Alles, was Ihnen gehört, steht unter „Vorgänge“.',
  toCases: 'Zu Ihren Vorgängen',
};

export type TogetherCopy = typeof copy;
