import {
  bundIdCancelled,
  bundIdExpired,
  bundIdFailed,
  bundIdTooWeak,
  mukCancelled,
  mukExpired,
  mukFailed,
  mukTooWeak,
  type SamlProviderName,
} from '@jena/shared/identity';
import type { DomainError } from '@jena/shared/kernel';

type Failures = Readonly<
  Record<'cancelled' | 'expired' | 'failed' | 'tooWeak', (data?: Record<string, string>) => DomainError>
>;

/** What a person is told when it did not work, by who was asked. */
export const samlErrors: Readonly<Record<SamlProviderName, Failures>> = {
  bundid: {
    cancelled: bundIdCancelled,
    expired: bundIdExpired,
    failed: bundIdFailed,
    tooWeak: bundIdTooWeak,
  },
  muk: { cancelled: mukCancelled, expired: mukExpired, failed: mukFailed, tooWeak: mukTooWeak },
};
