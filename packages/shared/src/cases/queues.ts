import type { CaseState } from './model.ts';

/** Where a case lies at an office: not there before it is signed, to be worked on, waiting for somebody else, or put away. */
export const lanes = ['unsigned', 'open', 'waiting', 'done'] as const;
export type Lane = (typeof lanes)[number];

/** The lane of each state; kept with the case, so that queues find it by an index. */
export const laneOf: Readonly<Record<CaseState, Lane>> = {
  awaiting_signature: 'unsigned',
  submitted: 'open',
  in_review: 'open',
  evidence_requested: 'waiting',
  to_confirm: 'waiting',
  approved: 'done',
  rejected: 'done',
  delivered: 'done',
  withdrawn: 'done',
  objected: 'open',
  objection_passed_on: 'waiting',
  objection_denied: 'done',
};

/** A work queue as data: which cases of an office lie in it, and in which order they are worked through. */
export type QueueSpec = {
  /** Left out where the deadline alone decides: it exists only while a case is open or waits. */
  lane?: Lane;
  /** A state that few cases of an office are in. */
  state?: CaseState;
  /** In whose hands: nobody's, those of who asks (and of whom they stand in for), not in their own, or anybody's. */
  hands: 'nobody' | 'own' | 'others' | 'anybody';
  /** A paper came in after a request, and nobody has looked since. */
  answered?: true;
  /** Something about the case wants a person's eye. */
  special?: true;
  /** `soon`: within `soonDays`, today included; `over`: the day has passed. */
  due?: 'soon' | 'over';
  /** Cases of one service, which whoever asks names. */
  ofService?: true;
  order: 'oldest' | 'newest' | 'due';
};

/** All queues, in the order in which they are shown. */
export const workqueues = [
  'new',
  'mine',
  'answered',
  'confirm',
  'waiting',
  'overdue',
  'soon',
  'special',
  'service',
  'done',
] as const;
export type Workqueue = (typeof workqueues)[number];

export const queueSpecs: Readonly<Record<Workqueue, QueueSpec>> = {
  new: { lane: 'open', hands: 'nobody', order: 'oldest' },
  mine: { lane: 'open', hands: 'own', order: 'oldest' },
  answered: { lane: 'open', hands: 'own', answered: true, order: 'oldest' },
  confirm: { state: 'to_confirm', hands: 'others', order: 'oldest' },
  waiting: { lane: 'waiting', hands: 'own', order: 'oldest' },
  overdue: { hands: 'anybody', due: 'over', order: 'due' },
  soon: { hands: 'anybody', due: 'soon', order: 'due' },
  special: { lane: 'open', hands: 'anybody', special: true, order: 'oldest' },
  service: { lane: 'open', hands: 'anybody', ofService: true, order: 'oldest' },
  done: { lane: 'done', hands: 'anybody', order: 'newest' },
};

/** The queues that need nothing but the office and who asks; they are counted all the time. */
export type CountedQueue = Exclude<Workqueue, 'service'>;
export const countedQueues = workqueues.filter((queue): queue is CountedQueue => queue !== 'service');

/** A deadline is near within these days, today included. */
export const soonDays = 7;

/** Nobody works by a number above this: a count stops here, so that it costs the same at a million cases. */
export const mostCounted = 1000;
