/** How the decoding process ends; anything else is a crash. */
export const exits = { decoded: 0, unreadable: 65, tooLarge: 66 } as const;
