import type { Device } from '@jena/shared/identity';
import { type Page, page } from './identity.page.ts';

const words = {
  de: {
    title: 'Haben Sie selbst begonnen?',
    read: (device: string) =>
      `Ihr Ausweis ist bereit. Die Anmeldung hat aber woanders begonnen${device && `: auf ${device}`}.`,
    yours:
      'Haben Sie eben selbst in der App „Jena“ begonnen? Dann zeigen wir Ihnen einen Code, den Sie dort eingeben.',
    warning:
      'Hat Sie jemand angerufen, oder haben Sie einen Link bekommen? Dann schließen Sie diese Seite. Niemand von der Stadt fragt Sie nach diesem Code.',
    show: 'Ja, Code zeigen',
    codeTitle: 'Ihr Code',
    how: 'Öffnen Sie wieder die App „Jena“. Tippen Sie dort auf „Code eingeben“. Der Code gilt zwei Minuten und nur einmal.',
    secret: 'Sagen Sie den Code niemandem. Wer ihn hat, meldet sich als Sie an.',
  },
  en: {
    title: 'Did you start this yourself?',
    read: (device: string) =>
      `Your ID card is ready. But the login began elsewhere${device && `: on ${device}`}.`,
    yours: 'Did you just start it yourself in the “Jena” app? Then we show you a code to enter there.',
    warning:
      'Did somebody call you, or send you a link? Then close this page. Nobody from the city will ask you for this code.',
    show: 'Yes, show the code',
    codeTitle: 'Your code',
    how: 'Open the “Jena” app again. Tap “Enter a code” there. The code is valid for two minutes, and once.',
    secret: 'Tell nobody the code. Whoever has it logs in as you.',
  },
} as const;

const devices: Record<Device['system'], Record<'de' | 'en', string>> = {
  iphone: { de: 'einem iPhone', en: 'an iPhone' },
  ipad: { de: 'einem iPad', en: 'an iPad' },
  android: { de: 'einem Android-Gerät', en: 'an Android device' },
  mac: { de: 'einem Mac', en: 'a Mac' },
  windows: { de: 'einem Windows-Rechner', en: 'a Windows computer' },
  chromeos: { de: 'einem Chromebook', en: 'a Chromebook' },
  linux: { de: 'einem Linux-Rechner', en: 'a Linux computer' },
  other: { de: '', en: '' },
};

/** Where a reading of the card ends in another browser than it began: says so, and asks before it shows a code. */
export function elsewherePage(input: { action: string; system: Device['system']; returnTo: string }): Page {
  const language = languageOf(input.returnTo);
  const { title, read, yours, warning, show } = words[language];
  return page({
    language,
    title,
    content:
      `<p>${read(devices[input.system][language])}</p><p>${yours}</p><p class="warning">${warning}</p>` +
      `<form method="post" action="${input.action}"><button>${show}</button></form>`,
  });
}

/** The code, in two groups, and where to type it. */
export function codePage(code: string, returnTo: string): Page {
  const language = languageOf(returnTo);
  const { codeTitle, how, secret } = words[language];
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  return page({
    language,
    title: codeTitle,
    content: `<p class="code">${shown}</p><p>${how}</p><p class="warning">${secret}</p>`,
  });
}

const languageOf = (returnTo: string) => (/^\/en(?=[/?]|$)/.test(returnTo) ? 'en' : 'de');
