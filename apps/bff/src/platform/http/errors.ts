import { DomainError, type ErrorKind } from '@jena/shared/kernel';
import { unexpected } from '@jena/shared/platform';

const statusOf: Record<ErrorKind, number> = {
  bad_input: 400,
  not_logged_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

/** What plain HTTP routes answer to a failure: its stable code, and nothing about our insides (ASVS 16.5.1). */
export function errorResponse(error: unknown): Response {
  const known = error instanceof DomainError ? error : undefined;
  const status = known === undefined ? 500 : statusOf[known.kind];
  const body = { error: { appCode: known?.code ?? unexpected.code, appData: known?.data ?? {} } };
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
