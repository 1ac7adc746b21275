import { type RefObject, useEffect, useRef, useState } from 'react';

export type CameraState = 'starting' | 'live' | 'denied' | 'missing';

type PhotoTaker = { takePhoto: () => Promise<Blob> };
type PhotoTakerClass = new (track: MediaStreamTrack) => PhotoTaker;

/** A frame of the viewfinder is good enough from here on: 160 dots an inch on A4. */
const goodFrameEdge = 1800;
const photoWithin = 3_000;

/** The back camera in a video element, for as long as it is on the screen. */
export function useCamera(): {
  state: CameraState;
  video: RefObject<HTMLVideoElement | null>;
  shoot: () => Promise<Blob | ImageBitmap>;
} {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | undefined;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    openCamera()
      .then(async (opened) => {
        stream = opened;
        if (gone || !video.current) return stop();
        opened.getVideoTracks()[0]?.addEventListener('ended', () => setState('missing'));
        video.current.srcObject = opened;
        // Muted, and after a tap: no browser refuses. If one did, the picture starts with the next tap on it.
        await video.current.play().catch(() => undefined);
        setState('live');
      })
      .catch((error: unknown) => {
        if (!gone) setState(isDenied(error) ? 'denied' : 'missing');
      });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return { state, video, shoot: () => shoot(video.current) };
}

function openCamera(): Promise<MediaStream> {
  const devices = globalThis.navigator?.mediaDevices;
  if (!devices?.getUserMedia) return Promise.reject(new DOMException('no camera', 'NotFoundError'));
  const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 3840 }, height: { ideal: 2160 } };
  return devices.getUserMedia({ video: wanted, audio: false });
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'SecurityError');
}

/** What the person sees, at once; where the viewfinder is coarse, the camera's own photograph if it comes soon. */
async function shoot(video: HTMLVideoElement | null): Promise<Blob | ImageBitmap> {
  if (!video || video.videoWidth === 0) throw new Error('the camera shows nothing yet');
  const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0];
  const Taker = (globalThis as { ImageCapture?: PhotoTakerClass }).ImageCapture;
  if (track && Taker && Math.max(video.videoWidth, video.videoHeight) < goodFrameEdge) {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, photoWithin));
    const photo = await Promise.race([new Taker(track).takePhoto().catch(() => undefined), late]);
    if (photo) return photo;
  }
  return createImageBitmap(video);
}
