import { SummaryList } from './summary-list.tsx';

const items = [
  {
    id: 'tag',
    label: 'Tag des Einzugs',
    value: '1. November 2026',
    changeTo: '/dienste/wohnsitz-anmelden/antrag',
  },
  { id: 'strasse', label: 'Straße', value: 'Engelplatz 1', changeTo: '/dienste/wohnsitz-anmelden/antrag' },
];

export function SummaryListExample() {
  return <SummaryList items={items} />;
}
