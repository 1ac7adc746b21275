import { paintCameraFilm } from './camera.ts';
import { shareWorld, startWorld } from './world.ts';

/** Starts one world for all journeys; returns how it ends. */
export default async function setup(): Promise<() => Promise<void>> {
  await paintCameraFilm();
  const world = await startWorld();
  shareWorld(world);
  return () => world.stop();
}
