import { join } from 'node:path';
import { ready } from '../child.ts';
import { portOf, settings } from '../world.ts';
import { startClamd } from './engine.ts';

const { stop } = await startClamd({
  dir: join(settings().dir, 'clamd'),
  address: { host: '127.0.0.1', port: portOf('clamd') },
  signatures: new Date(),
});
ready(stop);
