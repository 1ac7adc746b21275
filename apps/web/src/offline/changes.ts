export type Topic = 'drafts' | 'outbox' | 'owner' | 'flush' | 'session';

const listeners = new Set<(topic: Topic) => void>();
let channel: BroadcastChannel | undefined;

function otherTabs(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined' || typeof window === 'undefined') return undefined;
  if (!channel) {
    channel = new BroadcastChannel('jena-offline');
    channel.onmessage = (message: MessageEvent<Topic>) => tellThisTab(message.data);
  }
  return channel;
}

function tellThisTab(topic: Topic): void {
  for (const listener of [...listeners]) listener(topic);
}

/** Says that something on the phone changed: to this tab at once, to the others too. */
export function announce(topic: Topic): void {
  tellThisTab(topic);
  otherTabs()?.postMessage(topic);
}

/** Hears of changes made here or in another tab. Returns how to stop. */
export function onChange(listener: (topic: Topic) => void): () => void {
  otherTabs();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
