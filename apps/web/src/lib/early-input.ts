import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Takes up what a person did in a field of a drawn page before its script came: hydration leaves the field as it is,
 * but tells nobody.
 */
export function useEarlyInput(
  field: RefObject<HTMLInputElement | null>,
  take: (field: HTMLInputElement) => void,
): void {
  const takeUp = useEffectEvent(take);
  useEffect(() => {
    if (field.current) takeUp(field.current);
  }, [field]);
}
