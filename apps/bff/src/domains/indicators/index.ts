export { indicatorRoutes } from './indicators.http.ts';
export { indicatorJobs } from './indicators.jobs.ts';
