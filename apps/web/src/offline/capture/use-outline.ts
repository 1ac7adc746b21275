import { type RefObject, useEffect, useState } from 'react';
import { follow, noTrack, type Sighting, type Track } from './steady.ts';
import { searchEdge } from './vision/find-page.ts';

/** Between two looks the phone rests at least as long as the last look took, so that it stays cool. */
const leastRest = 120;

/** Looks for the sheet a few times a second, one frame after the other, and follows it calmly. */
export function useOutline(
  video: RefObject<HTMLVideoElement | null>,
  live: boolean,
  find: (frame: ImageBitmap) => Promise<Sighting>,
): Track {
  const [track, setTrack] = useState(noTrack);
  useEffect(() => {
    if (!live) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look() {
      const frame = await frameOf(video.current);
      if (!frame) return;
      const seen = await find(frame);
      if (!gone) setTrack((now) => follow(now, seen));
    }
    function lookAgain() {
      const began = performance.now();
      look()
        // A frame that could not be looked at is skipped; the shutter works without the hint.
        .catch(() => undefined)
        .finally(() => {
          if (!gone) timer = setTimeout(lookAgain, Math.max(leastRest, performance.now() - began));
        });
    }
    lookAgain();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [live, video, find]);
  return track;
}

async function frameOf(video: HTMLVideoElement | null): Promise<ImageBitmap | undefined> {
  if (!video || video.videoWidth === 0) return undefined;
  const scale = searchEdge / Math.max(video.videoWidth, video.videoHeight);
  return createImageBitmap(video, {
    resizeWidth: Math.round(video.videoWidth * scale),
    resizeHeight: Math.round(video.videoHeight * scale),
  });
}
