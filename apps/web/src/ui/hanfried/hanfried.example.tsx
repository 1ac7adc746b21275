import { Hanfried } from './hanfried.tsx';

export function HanfriedExample() {
  return (
    <p>
      <Hanfried /> <Hanfried size="large" />
    </p>
  );
}
