import type { Told } from '@jena/shared/indicators';
import { getLive } from './live.ts';

const before = new Set<string>();

/**
 * Tells the city that something was used: the service and what, nothing else, without cookies. A thing is told once
 * while the app is open; that is kept in memory only, so nobody can be known again. A lost one is lost.
 */
export function tell(service: string, what: Told): void {
  const once = `${what} ${service}`;
  if (before.has(once) || !getLive().online) return;
  before.add(once);
  void fetch('/zaehlen', {
    method: 'POST',
    credentials: 'omit',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service, what }),
  }).catch(() => undefined);
}
