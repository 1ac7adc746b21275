import type { SamlProviderName } from '@jena/shared/identity';
import type { SamlForm } from '../../adapters/saml/port.ts';
import { escapeXml } from '../../adapters/xml/xml.ts';
import { type Page, page } from './identity.page.ts';

const words = {
  de: {
    title: 'Sie verlassen jetzt unsere Seite',
    where: (provider: string, host: string) => `Weiter geht es bei ${provider}, unter der Adresse ${host}.`,
    careful:
      'Geben Sie Passwort und PIN nur dort ein. Zeigt der Browser dann eine andere Adresse? Schließen Sie die Seite.',
    back: 'Danach kommen Sie hierher zurück. Wir haben noch nichts übertragen.',
    cancel: 'Abbrechen',
    providers: {
      bundid: { name: 'der BundID', go: 'Weiter zur BundID' },
      muk: { name: '„Mein Unternehmenskonto“', go: 'Weiter zum Unternehmenskonto' },
    },
  },
  en: {
    title: 'You are leaving our site now',
    where: (provider: string, host: string) => `You go on at ${provider}, at the address ${host}.`,
    careful:
      'Enter your password and PIN only there. Does your browser then show another address? Close the page.',
    back: 'Afterwards you come back here. We have not sent anything yet.',
    cancel: 'Cancel',
    providers: {
      bundid: { name: 'BundID', go: 'Go on to BundID' },
      muk: { name: '“Mein Unternehmenskonto”', go: 'Go on to the business account' },
    },
  },
} as const;

/**
 * The page that carries a request to a provider (SAML HTTP-POST binding). It says that the person leaves and to where,
 * and lets them turn back (ASVS 3.7.3); its policy lets it post to that provider and do nothing else.
 * @param input.cancelTo a path of ours
 */
export function sendOnPage(input: {
  provider: SamlProviderName;
  form: SamlForm;
  language: 'de' | 'en';
  cancelTo: string;
}): Page {
  const { provider, form, language, cancelTo } = input;
  const { title, where, careful, back, cancel, providers } = words[language];
  const { name, go } = providers[provider];
  const { host, origin } = new URL(form.action);
  const fields = Object.entries(form.fields).map(
    ([field, value]) => `<input type="hidden" name="${escapeXml(field)}" value="${escapeXml(value)}">`,
  );
  return page({
    language,
    title,
    formTo: origin,
    content:
      `<p>${where(name, `<strong>${escapeXml(host)}</strong>`)}</p><p>${careful}</p><p>${back}</p>` +
      `<form method="post" action="${escapeXml(form.action)}">${fields.join('')}<button>${go}</button></form>` +
      `<a class="cancel" href="${escapeXml(cancelTo)}">${cancel}</a>`,
  });
}
