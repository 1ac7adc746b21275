// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { CountBadge } from '../badge/badge.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { SkeletonList } from '../skeleton/skeleton.tsx';
import { one, show } from '../testing.tsx';
import { Notice } from './notice.tsx';

describe('what a page tells', () => {
  it('interrupts only where it stops the person', async () => {
    await show(<Notice tone="danger" live="assertive" title="Das Foto ist zu groß" />);
    expect(one('.notice').getAttribute('role')).toBe('alert');
    await show(<Notice title="Gut zu wissen" />);
    expect(one('.notice').hasAttribute('role')).toBe(false);
  });
  it('counts in words for a screen reader, and nothing at zero', async () => {
    await show(<CountBadge count={120} label="120 neue Nachrichten" />);
    expect(one('.count').textContent).toBe('99+120 neue Nachrichten');
    const { text } = await show(<CountBadge count={0} label="keine" />);
    expect(text()).toBe('');
  });
  it('says that something is on its way instead of reading grey boxes', async () => {
    await show(<SkeletonList rows={2} />);
    expect(one('[role=status]').textContent).toBe('Wird geladen');
    expect(one('[aria-hidden=true]').children).toHaveLength(2);
  });
  it('is friendly when there is nothing', async () => {
    await show(<EmptyState title="Alles erledigt">Nichts wartet auf Sie.</EmptyState>);
    expect(one('h2').textContent).toBe('Alles erledigt');
  });
});
