import { describe, expect, it, vi } from 'vitest';
import { createChecklist } from './checklist.ts';

function memory(initial?: string): Storage {
  const values = new Map(initial === undefined ? [] : [['jena.guides.done', initial]]);
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as unknown as Storage;
}

describe('the personal checklist', () => {
  it('remembers on the device what was ticked', () => {
    const storage = memory();
    createChecklist(() => storage).set('anmelden', true);
    expect([...createChecklist(() => storage).done()]).toEqual(['anmelden']);
  });
  it('takes a tick back', () => {
    const list = createChecklist(() => memory('["anmelden","bank"]'));
    list.set('anmelden', false);
    expect([...list.done()]).toEqual(['bank']);
  });
  it('tells everyone who watches, with a new set each time', () => {
    const list = createChecklist(() => memory());
    const before = list.done();
    const watcher = vi.fn();
    list.subscribe(watcher);
    list.set('bank', true);
    expect(watcher).toHaveBeenCalledOnce();
    expect(list.done()).not.toBe(before);
  });
  it('gives the same set while nothing changes, so that React rests', () => {
    const list = createChecklist(() => memory('["bank"]'));
    expect(list.done()).toBe(list.done());
  });
  it('reads again when another tab wrote', () => {
    const storage = memory();
    const here = createChecklist(() => storage);
    expect(here.done().size).toBe(0);
    createChecklist(() => storage).set('bank', true);
    here.refresh();
    expect(here.done().has('bank')).toBe(true);
  });
  it.each(['no json', '{"a":1}', '[1,null]'])('starts empty when the store holds %s', (junk) => {
    expect(createChecklist(() => memory(junk)).done().size).toBe(0);
  });
  it('works on where storage is refused', () => {
    const list = createChecklist(() => {
      throw new Error('SecurityError');
    });
    list.set('bank', true);
    expect(list.done().has('bank')).toBe(true);
  });
});
