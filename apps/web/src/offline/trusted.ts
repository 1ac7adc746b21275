type TrustedScriptFactory = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string };
};

let policy: { createScriptURL: (url: string) => string } | undefined;

/** The policy's name, for the CSP directive `trusted-types`. */
export const scriptPolicy = 'jena';

/** Only our own origin's files may become code. */
export function ownScript(url: string): string {
  const absolute = new URL(url, location.href);
  if (absolute.origin !== location.origin) throw new TypeError(`not our script: ${absolute.origin}`);
  return absolute.href;
}

/** The address of a worker script in the form that Trusted Types demand; plain text where the browser has none. */
export function trustedScriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedScriptFactory }).trustedTypes;
  if (!factory) return ownScript(url);
  policy ??= factory.createPolicy(scriptPolicy, { createScriptURL: ownScript });
  return policy.createScriptURL(url);
}
