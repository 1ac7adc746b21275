import type { DraftId } from '@jena/shared/kernel';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { anAccount, login, twoPhones, writes } from './draft-sync.testing.ts';
import { forgetOwner } from './owner.ts';

let server: ReturnType<typeof anAccount>;
let devices: Awaited<ReturnType<typeof twoPhones>>;
beforeEach(async () => {
  server = anAccount();
  devices = await twoPhones(server);
});

describe('a draft that waits', () => {
  test('goes by itself soon after, when the network was not quite back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
    vi.stubGlobal('window', new EventTarget());
    server.goAway(true);
    await writes('familienname', 'Okonkwo', 1);
    const stop = devices.start();
    try {
      window.dispatchEvent(new Event('online'));
      await devices.sync();
      expect(server.drafts.size).toBe(0);
      server.goAway(false);
      vi.advanceTimersByTime(30_000);
      vi.useRealTimers();
      await vi.waitFor(() => expect(server.drafts.size).toBe(1));
    } finally {
      stop();
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  });

  test('is not asked for any more once its person has left in the middle of it', async () => {
    const { take, sync } = devices;
    await writes('familienname', 'Okonkwo', 1);
    await sync();
    await take('laptop');
    const { list, read } = server.door;
    const asked: DraftId[] = [];
    server.door.read = async (draftId) => {
      asked.push(draftId);
      return read(draftId);
    };
    server.door.list = async () => {
      server.door.list = list;
      await forgetOwner();
      return list();
    };
    await sync();
    expect(asked).toEqual([]);
    await login();
    await sync();
    expect(asked).toHaveLength(1);
  });
});
