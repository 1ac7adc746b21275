import { commonDrawings } from './common.tsx';
import { moreDrawings } from './more.tsx';

export function DrawingsExample() {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1.5rem' }}>
      {Object.entries({ ...commonDrawings, ...moreDrawings }).map(([name, Drawing]) => (
        <figure key={name}>
          <Drawing />
          <figcaption className="small muted">{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
