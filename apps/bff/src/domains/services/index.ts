export { servicesRoutes } from './services.http.ts';
export { createServicesRouter } from './services.router.ts';
export { createServices, type Services } from './services.usecases.ts';
