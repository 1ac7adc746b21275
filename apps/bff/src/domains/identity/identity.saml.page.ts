import { createHash } from 'node:crypto';
import type { SamlProviderName } from '@jena/shared/identity';
import type { SamlForm } from '../../adapters/saml/port.ts';
import { escapeXml } from '../../adapters/xml/xml.ts';

const words = {
  bundid: {
    de: {
      title: 'Weiter zur BundID',
      text: 'Sie werden zur BundID weitergeleitet.',
      go: 'Weiter zur BundID',
    },
    en: { title: 'On to BundID', text: 'You are being sent on to BundID.', go: 'Go on to BundID' },
  },
  muk: {
    de: {
      title: 'Weiter zum Unternehmenskonto',
      text: 'Sie werden zu „Mein Unternehmenskonto“ weitergeleitet.',
      go: 'Weiter zum Unternehmenskonto',
    },
    en: {
      title: 'On to the business account',
      text: 'You are being sent on to “Mein Unternehmenskonto”.',
      go: 'Go on to the business account',
    },
  },
} as const;

const script = 'document.forms[0].submit()';
const style =
  ':root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:28rem;margin:0 auto;padding:2rem 1rem}button{font:inherit;min-height:3rem;padding:0 1.25rem}';
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The page that carries a request to a provider (SAML HTTP-POST binding): goes on by itself, or by its button where no
 * script runs. Its policy lets it post to that provider and do nothing else.
 */
export function sendOnPage(
  provider: SamlProviderName,
  form: SamlForm,
  language: 'de' | 'en',
): { html: string; headers: Record<string, string> } {
  const { title, text, go } = words[provider][language];
  const fields = Object.entries(form.fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeXml(name)}" value="${escapeXml(value)}">`,
  );
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><form method="post" action="${escapeXml(form.action)}">${fields.join('')}<button>${go}</button></form></main><script>${script}</script></body></html>`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    `form-action ${new URL(form.action).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  };
  return { html, headers };
}
