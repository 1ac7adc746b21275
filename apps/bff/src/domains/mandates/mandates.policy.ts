/** The most children and businesses for which one person may act. */
export const partiesPerHolder = 20;

/** The most mandates and open invitations that one account may have given. */
export const outstandingPerAccount = 50;

/** How long an invitation's code can be taken. */
export const invitationDays = 7;

/** The longest power of attorney: it is given anew after a year, so that none is forgotten. */
export const longestPowerDays = 366;

/** Codes that one person may try: many more than slips, far too few to guess one of 2^60. */
export const codeLimit = { most: 10, windowSeconds: 900 } as const;

/**
 * How long the word of a provider counts after a login: at most so long can somebody act for a business with their own
 * card after it took their certificate away.
 */
export const vouchedDays = 90;
