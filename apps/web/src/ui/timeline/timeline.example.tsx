import { Timeline, type TimelineItem } from './timeline.tsx';

const items: TimelineItem[] = [
  { id: '1', title: 'Ihr Antrag ist angekommen', when: 'Mo, 23. November, 9:14 Uhr', state: 'done' },
  {
    id: '2',
    title: 'Ein Nachweis fehlt',
    when: 'seit heute',
    detail: 'Bitte fotografieren Sie die zweite Seite.',
    state: 'problem',
  },
  { id: '3', title: 'Das Bürgerbüro prüft Ihre Unterlagen', when: 'meist bis Donnerstag', state: 'now' },
  { id: '4', title: 'Ihre Meldebestätigung ist fertig', state: 'next' },
];

export function TimelineExample() {
  return <Timeline items={items} label="Verlauf" />;
}
