export type { DeliveryDeps, PushMeter } from './notifications.delivery.ts';
export { notificationsPart } from './notifications.export.ts';
export { devicesToGreet, greetDevices } from './notifications.greeting.ts';
export { notificationJobs } from './notifications.jobs.ts';
export { pageUrl } from './notifications.links.ts';
export { subscribeLimit } from './notifications.policy.ts';
export { createNotificationsRouter } from './notifications.router.ts';
export { createNotifications, type Notice, type Notifications } from './notifications.usecases.ts';
