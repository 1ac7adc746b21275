import { DomainError, type ErrorCode, type ErrorKind } from '@jena/shared/kernel';
import { badInput, notFound, tooLarge, tooMany, unexpected } from '@jena/shared/platform';
import type { TRPC_ERROR_CODE_KEY, TRPCDefaultErrorShape } from '@trpc/server';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

const statusOf: Record<ErrorKind, TRPC_ERROR_CODE_KEY> = {
  bad_input: 'BAD_REQUEST',
  not_logged_in: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  too_large: 'PAYLOAD_TOO_LARGE',
  too_many: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
};

type Failure = { ok: false; error: TRPCError };

const asRefusal = (cause: DomainError) =>
  new TRPCError({ code: statusOf[cause.kind], cause, message: cause.code });

/** Gives an expected failure its HTTP status; others stay as they are. */
export function rethrowWithStatus<Result extends { ok: true } | Failure>(result: Result): Result {
  if (result.ok) return result;
  const { cause, code } = (result as Failure).error;
  if (cause instanceof DomainError && code !== statusOf[cause.kind]) throw asRefusal(cause);
  return result;
}

/** The same for work that throws. */
export function withStatus<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof DomainError ? asRefusal(error) : error;
  }
}

const codeOf: Partial<Record<TRPC_ERROR_CODE_KEY, ErrorCode>> = {
  BAD_REQUEST: badInput.code,
  PARSE_ERROR: badInput.code,
  NOT_FOUND: notFound.code,
  METHOD_NOT_SUPPORTED: notFound.code,
  UNSUPPORTED_MEDIA_TYPE: badInput.code,
  PAYLOAD_TOO_LARGE: tooLarge.code,
  TOO_MANY_REQUESTS: tooMany.code,
};

/** The stable code that a failure shows to people; `platform.unexpected` when nobody foresaw it. */
export function appCodeOf(error: TRPCError): ErrorCode {
  if (error.cause instanceof DomainError) return error.cause.code;
  return codeOf[error.code] ?? unexpected.code;
}

/** What a client learns: the stable code, its data, which fields were wrong. No message, no stack, no path of ours. */
export function safeShape({ shape, error }: { shape: TRPCDefaultErrorShape; error: TRPCError }) {
  const appCode = appCodeOf(error);
  const { cause } = error;
  return {
    code: shape.code,
    message: appCode,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      appCode,
      appData: cause instanceof DomainError ? cause.data : {},
      fields: cause instanceof ZodError ? cause.issues.map((issue) => issue.path.join('.')) : [],
    },
  };
}
