export type Size = { width: number; height: number };

/** How large a picture may be shown; 1 fits the box. */
export const zoomSteps = [1, 1.5, 2, 3, 4, 6] as const;

/** The next step of the zoom, upwards or downwards. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const found =
    direction === 1 ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom);
  return found ?? zoom;
}

/**
 * Where a picture lies: `frame` is the room it takes after turning, `picture` its own size before it.
 * At zoom 1 the whole picture is seen; small ones are not blown up beyond their pixels.
 */
export function layoutPicture({
  natural,
  box,
  turns,
  zoom,
}: {
  natural: Size;
  box: Size;
  /** Quarter turns to the right. */
  turns: number;
  zoom: number;
}): { frame: Size; picture: Size } {
  const lying = turns % 2 === 1;
  const turned = lying ? { width: natural.height, height: natural.width } : natural;
  const fit = Math.min(box.width / turned.width, box.height / turned.height, 1);
  const scale = fit * zoom;
  const picture = { width: natural.width * scale, height: natural.height * scale };
  return { picture, frame: lying ? { width: picture.height, height: picture.width } : picture };
}
