// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { one, press, show } from '../testing.tsx';
import { List, ListRow } from './list-row.tsx';

describe('ListRow', () => {
  it('is one link as a whole, so that a thumb hits it anywhere', async () => {
    await show(
      <List label="Dienste">
        <ListRow to="/dienste/reisepass" title="Reisepass" detail="70,00 €" />
      </List>,
    );
    expect(one('ul').getAttribute('aria-label')).toBe('Dienste');
    expect(one('li > a').textContent).toBe('Reisepass70,00 €');
  });
  it('is a button when it does something', async () => {
    const open = vi.fn();
    await show(
      <List>
        <ListRow title="Mehr" onClick={open} />
      </List>,
    );
    press('li > button');
    expect(open).toHaveBeenCalledOnce();
  });
  it('is plain text without a chevron when it leads nowhere', async () => {
    const { place } = await show(
      <List>
        <ListRow title="Nur Text" />
      </List>,
    );
    expect(place.querySelector('a, button, svg')).toBeNull();
  });
});
