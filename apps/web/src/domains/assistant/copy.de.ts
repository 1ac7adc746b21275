export const copy = {
  title: 'Wobei darf ich helfen?',
  lead: 'Ich bin Hanfried und kenne mich in der Verwaltung aus.',
  choices: 'Vorschläge',
  move: 'Ich bin umgezogen',
  newcomer: 'Ich bin neu in Jena',
  cases: 'Wie steht es um meinen Antrag?',
  search: 'Etwas anderes suchen',
  off: 'Diesen Gruß ausschalten',
};

export type AssistantCopy = typeof copy;
