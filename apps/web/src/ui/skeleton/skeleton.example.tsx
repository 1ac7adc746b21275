import { SkeletonList, SkeletonPage } from './skeleton.tsx';

export function SkeletonExample() {
  return (
    <>
      <SkeletonPage />
      <SkeletonList rows={3} />
    </>
  );
}
