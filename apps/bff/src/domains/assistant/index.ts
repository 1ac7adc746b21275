export { assistantJobs, planNextGreeting } from './assistant.jobs.ts';
