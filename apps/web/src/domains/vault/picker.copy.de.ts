export const copy = {
  title: 'Aus dem Tresor wählen',
  list: 'Dokumente im Tresor',
  empty: 'In Ihrem Tresor liegt noch nichts, was Sie hier nehmen könnten.',
  unavailable:
    'Ihr Tresor lässt sich gerade nicht laden. Fotografieren Sie das Dokument oder versuchen Sie es gleich noch einmal.',
};
