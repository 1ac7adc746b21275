import { useEffect, useState } from 'react';
import { onChange } from '../../../offline/changes.ts';
import { type Draft, listDrafts } from '../../../offline/drafts.ts';

/** The half-filled forms on this phone, newest first; follows their changes. */
export function useDrafts(): Draft[] {
  const [drafts, setDrafts] = useState<Draft[]>([]);
  useEffect(() => {
    let current = true;
    const read = () =>
      listDrafts()
        .then((found) => current && setDrafts(found))
        .catch(() => undefined);
    void read();
    const stop = onChange((topic) => {
      if (topic === 'drafts' || topic === 'owner') void read();
    });
    return () => {
      current = false;
      stop();
    };
  }, []);
  return drafts;
}
