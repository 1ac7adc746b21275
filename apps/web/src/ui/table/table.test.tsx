// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { one, show } from '../testing.tsx';
import { Table } from './table.tsx';

describe('Table', () => {
  it('stays a table for a screen reader and names its cells where it is drawn as cards', async () => {
    await show(
      <Table
        caption="Zugriffe"
        columns={[{ key: 'who', header: 'Stelle', cell: (row: { who: string }) => row.who }]}
        rows={[{ who: 'Standesamt' }]}
        rowKey={(row) => row.who}
      />,
    );
    expect(one('[role=table] caption').textContent).toBe('Zugriffe');
    expect(one('[role=cell]').dataset.label).toBe('Stelle');
    expect(one('[role=columnheader]').getAttribute('scope')).toBe('col');
  });
});
