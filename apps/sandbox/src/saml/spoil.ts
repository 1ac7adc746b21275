import { encryptAssertion } from './encrypt.ts';
import { assertionXml, type Facts, newId, responseXml, type SignatureKind, signRoot } from './response.ts';

/** Ways in which an answer can be wrong, beside `none`: forged on the way, or made by a provider that errs. */
export const misbehaviours = [
  'none',
  'rsa',
  'mgf1p',
  'unsigned_response',
  'unsigned_assertion',
  'sha1_response',
  'sha1_assertion',
  'sha1_digest',
  'stranger_response',
  'stranger_assertion',
  'altered',
  'wrapped_response',
  'wrapped_response_twin',
  'wrapped_assertion',
  'wrapped_twin',
  'two_assertions',
  'plain_assertion',
  'plain_unsigned',
  'cbc',
  'doctype_response',
  'doctype_assertion',
  'comment_in_subject',
  'attribute_twice',
  'stale',
  'future',
  'old_login',
  'conditions_ahead',
  'conditions_over',
  'brought_too_late',
  'two_conditions',
  'wrong_audience',
  'wrong_recipient',
  'wrong_destination',
  'wrong_issuer',
  'other_request',
  'other_request_inside',
  'holder_of_key',
  'no_subject',
  'same_assertion',
  'less_than_asked',
  'level_conflict',
  'huge',
  'not_xml',
] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

export type Seals = { key: string; strangerKey: string; portalCert: string };

/** What of a provider's words can be wrong in its own way. */
export type Words = {
  /** The attribute by which somebody is known again. */
  subject: string;
  /** Says less than was proven, or asked for. */
  less: (facts: Facts) => Partial<Facts>;
  /** Says two levels that differ. */
  conflict: (facts: Facts) => Partial<Facts>;
};

/** All tests of a replay meet this one id. */
const knownId = `_${'5'.repeat(32)}`;
const minutes = (at: Date, count: number): Date => new Date(at.getTime() + count * 60_000);

const changes = (words: Words): Partial<Record<Misbehaviour, (facts: Facts) => Partial<Facts>>> => ({
  stale: ({ at }) => ({ at: minutes(at, -11) }),
  future: ({ at }) => ({ at: minutes(at, 11) }),
  old_login: ({ at }) => ({ authenticatedAt: minutes(at, -60) }),
  conditions_ahead: () => ({ minutes: { from: 2, until: 7, broughtUntil: 5 } }),
  conditions_over: () => ({ minutes: { from: -4, until: -2, broughtUntil: 5 } }),
  brought_too_late: () => ({ minutes: { from: 0, until: 5, broughtUntil: -2 } }),
  wrong_audience: () => ({ audience: 'https://other.example/saml' }),
  wrong_recipient: () => ({ recipient: 'https://other.example/antwort' }),
  wrong_destination: () => ({ destination: 'https://other.example/antwort' }),
  wrong_issuer: () => ({ issuer: 'https://other.example/idp' }),
  other_request: () => {
    const id = newId();
    return { inResponseTo: id, assertionInResponseTo: id };
  },
  other_request_inside: () => ({ assertionInResponseTo: newId() }),
  holder_of_key: () => ({ method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' }),
  no_subject: ({ attributes }) => ({ attributes: attributes.filter(({ name }) => name !== words.subject) }),
  same_assertion: () => ({ assertionId: knownId }),
  less_than_asked: words.less,
  level_conflict: words.conflict,
  attribute_twice: ({ attributes }) => ({
    attributes: [...attributes, ...attributes.filter(({ name }) => name === words.subject)],
  }),
});

/** Where the text of the subject begins. */
const subjectText = ({ subject }: Words): string =>
  `(?<= Name="${subject.replaceAll('.', '\\.')}"[^>]*><saml2:AttributeValue>)`;
const victim = (xml: string, words: Words): string =>
  xml.replaceAll(new RegExp(`${subjectText(words)}[^<]*`, 'g'), 'b3BmZXI=');

/** The Response as it goes to the browser: rightly made, or wrong in one way. */
export function seal(
  rightFacts: Facts,
  how: Misbehaviour,
  { key, strangerKey, portalCert }: Seals,
  words: Words,
): string {
  const facts = { ...rightFacts, ...changes(words)[how]?.(rightFacts) };
  const inner = assertion(facts, how, { key, strangerKey }, words);
  const encryption = how === 'cbc' ? 'cbc' : how === 'mgf1p' ? 'gcm_mgf1p' : 'gcm';
  const encrypted = encryptAssertion(inner, portalCert, encryption);
  const contents: Partial<Record<Misbehaviour, string>> = {
    plain_assertion: inner,
    plain_unsigned: assertionXml(facts),
    two_assertions: `${encrypted}${encrypted}`,
  };
  const content = contents[how] ?? encrypted;
  const response = responseXml(facts, content);
  const kinds: Partial<Record<Misbehaviour, SignatureKind>> = { sha1_response: 'sha1', rsa: 'rsa' };
  const signed = signRoot(response, how === 'stranger_response' ? strangerKey : key, kinds[how]);
  switch (how) {
    case 'unsigned_response':
      return response;
    case 'altered':
      return signed.replace(/(?<=<xenc:CipherValue>)./, (first) => (first === 'A' ? 'B' : 'A'));
    case 'wrapped_response':
    case 'wrapped_response_twin': {
      // A forged Response around the signed one, whose signature moves to the forged root.
      const forgedAssertion = victim(assertionXml({ ...facts, assertionId: newId() }), words);
      const idOf = (xml: string): string => / ID="([^"]+)"/.exec(xml)?.[1] ?? '';
      const made = responseXml(facts, encryptAssertion(forgedAssertion, portalCert, 'gcm'));
      const forged = how === 'wrapped_response' ? made : made.replace(idOf(made), idOf(signed));
      const signature = /<ds:Signature.*?<\/ds:Signature>/s.exec(signed)?.[0] ?? '';
      const hidden = signed.replace(signature, '');
      return forged.replace(
        '</saml2:Issuer>',
        `</saml2:Issuer>${signature}<saml2p:Extensions>${hidden}</saml2p:Extensions>`,
      );
    }
    case 'doctype_response':
      return `<!DOCTYPE lol [<!ENTITY a "aaaa">]>${signed}`;
    case 'huge':
      return `${signed}<!--${'x'.repeat(2_000_000)}-->`;
    case 'not_xml':
      return '<html><body>502 Bad Gateway</body></html>';
    default:
      return signed;
  }
}

function assertion(
  facts: Facts,
  how: Misbehaviour,
  { key, strangerKey }: Pick<Seals, 'key' | 'strangerKey'>,
  words: Words,
): string {
  const right = assertionXml(facts);
  const xml =
    how === 'two_conditions' ? right.replace(/<saml2:Conditions.*<\/saml2:Conditions>/s, '$&$&') : right;
  const kinds: Partial<Record<Misbehaviour, SignatureKind>> = {
    sha1_assertion: 'sha1',
    sha1_digest: 'sha1_digest',
    rsa: 'rsa',
  };
  const signed = signRoot(xml, how === 'stranger_assertion' ? strangerKey : key, kinds[how]);
  switch (how) {
    case 'unsigned_assertion':
      return xml;
    case 'wrapped_assertion':
    case 'wrapped_twin': {
      // The signed assertion moves into an object of the signature; a forged one takes its place.
      const id = how === 'wrapped_twin' ? facts.assertionId : newId();
      const forged = victim(assertionXml({ ...facts, assertionId: id }), words);
      const signature = /<ds:Signature.*?<\/ds:Signature>/s.exec(signed)?.[0] ?? '';
      const hidden = signed.replace(signature, '');
      const carrying = signature.replace(
        '</ds:Signature>',
        `<ds:Object>${hidden}</ds:Object></ds:Signature>`,
      );
      return forged.replace('</saml2:Issuer>', `</saml2:Issuer>${carrying}`);
    }
    case 'doctype_assertion':
      return `<!DOCTYPE lol [<!ENTITY a "aaaa">]>${signed}`;
    case 'comment_in_subject':
      // Exclusive canonicalization without comments: the signature still fits.
      return signed.replace(new RegExp(`${subjectText(words)}.{4}`), '$&<!-- x -->');
    default:
      return signed;
  }
}
