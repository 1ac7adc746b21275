/** What a person may add to what the card said. `email_new` is an address that waits for its code. */
export const addedKinds = ['email', 'email_new', 'phone', 'access'] as const;
export type AddedKind = (typeof addedKinds)[number];

/** What a person takes away, and may take back for a while. */
export const removableKinds = ['email', 'phone', 'access'] as const;
export type RemovableKind = (typeof removableKinds)[number];

/** Minutes in which something that was removed can be taken back. */
export const takeBackMinutes = 10;

/**
 * What helps a person at an appointment or with a letter. Close to data about health (GDPR Art. 9): kept with their
 * consent alone, and without a reason.
 */
export const accessNeeds = [
  'large_print',
  'easy_read',
  'read_aloud',
  'sign_language',
  'hearing_loop',
  'step_free',
  'more_time',
] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** How long a code for a new address is good. Mail may be slow; the code opens nothing but this address. */
export const emailCodeMinutes = 60;
/** Wrong codes after which a new one must be sent. */
export const emailCodeTries = 5;

/** An address as mail servers take it: one `@`, a host with a dot, nothing that could hide a second recipient. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(text)
  );
}

/** As people write it, and as the forms of the city take it, so that it can answer there too. */
export function isPhone(text: string): boolean {
  return /^\+?[0-9 ()/-]{6,20}$/.test(text) && /\d.*\d.*\d.*\d/.test(text);
}
