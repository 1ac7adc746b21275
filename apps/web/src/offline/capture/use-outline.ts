import { type RefObject, useEffect, useState } from 'react';
import { searchEdge } from './vision/find-page.ts';
import type { Quad } from './vision/geometry.ts';

const lookEvery = 400;

/** Looks for the sheet a few times a second, one frame after the other. */
export function useOutline(
  video: RefObject<HTMLVideoElement | null>,
  live: boolean,
  find: (frame: ImageBitmap) => Promise<Quad | undefined>,
): Quad | undefined {
  const [quad, setQuad] = useState<Quad>();
  useEffect(() => {
    if (!live) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look() {
      const seen = await frameOf(video.current).then((frame) => frame && find(frame));
      if (!gone) setQuad(seen);
    }
    function lookAgain() {
      look()
        // A frame that could not be looked at is skipped; the shutter works without the hint.
        .catch(() => undefined)
        .finally(() => {
          if (!gone) timer = setTimeout(lookAgain, lookEvery);
        });
    }
    lookAgain();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [live, video, find]);
  return quad;
}

async function frameOf(video: HTMLVideoElement | null): Promise<ImageBitmap | undefined> {
  if (!video || video.videoWidth === 0) return undefined;
  const scale = searchEdge / Math.max(video.videoWidth, video.videoHeight);
  return createImageBitmap(video, {
    resizeWidth: Math.round(video.videoWidth * scale),
    resizeHeight: Math.round(video.videoHeight * scale),
  });
}
