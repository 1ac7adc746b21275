import { type Column, Table } from './table.tsx';

type Visit = { id: string; day: string; office: string; cents: string };
const visits: Visit[] = [
  { id: '1', day: 'Mo, 23. November', office: 'Bürgerservice', cents: '46,00 €' },
  { id: '2', day: 'Di, 24. November', office: 'Standesamt', cents: '12,00 €' },
];
const columns: Column<Visit>[] = [
  { key: 'day', header: 'Tag', cell: (visit) => visit.day },
  { key: 'office', header: 'Stelle', cell: (visit) => visit.office },
  { key: 'fee', header: 'Gebühr', cell: (visit) => visit.cents, align: 'end' },
];

export function TableExample() {
  return <Table caption="Zugriffe" columns={columns} rows={visits} rowKey={(visit) => visit.id} />;
}
