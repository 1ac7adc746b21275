export const copy = {
  label: 'Ihre Unterlagen',
  have: (have: number, total: number) =>
    have === total
      ? total === 1
        ? 'Die Unterlage haben Sie schon im Tresor.'
        : `Sie haben alle ${total} Unterlagen im Tresor.`
      : `Sie haben ${have} von ${total} Unterlagen im Tresor.`,
  missing: 'Das fehlt noch:',
  add: 'Hinzufügen',
  addOf: (text: string) => `Zum Tresor hinzufügen: ${text}`,
  conditions: 'Gezählt ist, was alle brauchen und was sich fotografieren lässt.',
};
