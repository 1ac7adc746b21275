import type { Element } from '@xmldom/xmldom';
import type { ProvenIdentity, SamlAsk, SamlConfig } from './port.ts';

/** What makes a provider the one it is; all checks of its answers are the same for each. */
export type SamlProfile = {
  /** How its requests are signed: SHA-256 or better, as it expects it. */
  signatureMethod: string;
  /** The elements of a request after its Issuer, in the order of the schema. */
  asks(ask: SamlAsk, config: SamlConfig): string;
  /** Who it says this is, read from a verified assertion. @throws SamlError */
  identity(assertion: Element, config: Pick<SamlConfig, 'production'>): ProvenIdentity;
};
