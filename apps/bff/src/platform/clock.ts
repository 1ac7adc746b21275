/** The time as a dependency, so that tests decide what day it is. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
