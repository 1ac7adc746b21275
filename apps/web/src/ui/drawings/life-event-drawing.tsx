import type { ReactNode } from 'react';
import { commonDrawings } from './common.tsx';
import { moreDrawings } from './more.tsx';

const drawings: Record<string, (props: { size?: number }) => ReactNode> = {
  ...commonDrawings,
  ...moreDrawings,
};

/** The drawing of a life situation of the catalogue. */
export function LifeEventDrawing({ lifeEvent, size = 48 }: { lifeEvent: string; size?: number }) {
  const Drawing = drawings[lifeEvent] ?? moreDrawings.andere;
  return <Drawing size={size} />;
}
