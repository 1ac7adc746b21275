import { DomainError } from '@jena/shared/kernel';

const problems = [
  'capture.unknown_picture',
  'vault.not_a_picture_or_pdf',
  'vault.too_large',
  'vault.too_many_pixels',
  'vault.damaged',
  'platform.storage_full',
  'platform.storage_unavailable',
] as const;

/** What can go wrong before a file is on the phone; each has a sentence in `copy.*.ts`. */
export type CaptureProblem = (typeof problems)[number];

/** The problem behind anything thrown while capturing; what nobody expected is a picture that cannot be opened. */
export function problemOf(error: unknown): CaptureProblem {
  const code = error instanceof DomainError ? error.code : undefined;
  return problems.find((known) => known === code) ?? 'vault.damaged';
}
