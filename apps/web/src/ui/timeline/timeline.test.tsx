// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { one, show } from '../testing.tsx';
import { Timeline } from './timeline.tsx';

describe('Timeline', () => {
  it('says the state of each step in words and marks the present one', async () => {
    const { text } = await show(
      <Timeline
        items={[
          { id: '1', title: 'Angekommen', state: 'done' },
          { id: '2', title: 'Wird geprüft', state: 'now' },
          { id: '3', title: 'Foto fehlt', state: 'problem' },
          { id: '4', title: 'Fertig', state: 'next' },
        ]}
      />,
    );
    expect(text()).toContain('Angekommen (erledigt)');
    expect(text()).toContain('Foto fehlt (braucht Sie)');
    expect(one('[aria-current=step]').textContent).toContain('Wird geprüft (läuft gerade)');
  });
});
