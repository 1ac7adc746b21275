import { paintCameraFilm } from './camera.ts';
import { shareWorld, startWorld } from './world.ts';

/** Starts one world for all journeys; returns how it ends. */
// biome-ignore lint/style/noDefaultExport: Playwright reads the setup as one
export default async function setup(): Promise<() => Promise<void>> {
  await paintCameraFilm();
  const world = await startWorld();
  shareWorld(world);
  return () => world.stop();
}
