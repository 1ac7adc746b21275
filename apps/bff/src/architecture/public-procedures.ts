/** The written list of what everyone may call without a login. Adding a line is a decision: say why in the change. */
export const publicProcedures: readonly string[] = [
  // Whether a decision is real: whoever was shown one may ask, by the digest of its code.
  'cases.verify',
  // Who am I: the answer to a stranger is "nobody".
  // Which ways in the city offers: the login page shows them.
  'identity.doors',
  'identity.me',
  'identity.staffMe',
  // A device may be greeted before its owner logs in; it is known by its push address, which only it can tell.
  'notifications.pushKey',
  'notifications.pushSettings',
  'notifications.subscribe',
  'notifications.unsubscribe',
  // Public facts.
  'services.contentVersion',
  'services.openState',
];
