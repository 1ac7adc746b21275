import { createHash } from 'node:crypto';
import type { Device } from '@jena/shared/identity';

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

/** The look of the app (its brand.css), as far as one page needs it: no script, nothing that must be loaded. */
const style = `:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 "Fira Sans",system-ui,sans-serif;overflow-wrap:break-word;hyphens:auto;
background:light-dark(oklch(97.3% .006 272),oklch(17% .022 272));color:light-dark(oklch(23.5% .045 272),oklch(95% .008 278))}
header{padding:min(.875rem,4vw) min(4vw,2rem);background:light-dark(oklch(26.5% .085 268),oklch(21.5% .055 269));color:oklch(98% .008 268);font-size:min(1.25rem,9vw);font-weight:600}
main{max-width:42rem;margin:0 auto;padding:min(2rem,8vw) min(4vw,2rem) 3rem}
h1{margin:0;font-size:min(1.625rem,12.5vw);line-height:1.2}
.code{margin:1.5rem 0;font:600 min(2.25rem,15vw)/1.2 ui-monospace,monospace;letter-spacing:.06em;hyphens:none}
.warning{padding:min(.875rem,3.6vw) min(1rem,4vw);border:1px solid light-dark(oklch(45% .1 62/.35),oklch(84% .13 78/.35));border-radius:.75rem;background:light-dark(oklch(96.7% .04 84),oklch(28% .05 70))}
button{width:100%;min-height:3rem;padding:.625rem 1rem;border:0;border-radius:.75rem;font:inherit;font-weight:600;background:light-dark(oklch(42.84% .1689 265),oklch(79% .09 265));color:light-dark(oklch(100% 0 0),oklch(19% .06 268))}
button:focus-visible{outline:3px solid light-dark(oklch(31% .17 265),oklch(90% .14 92));outline-offset:2px}`;

type Page = { html: string; headers: Record<string, string> };

/** Where a reading of the card ends in another browser than it began: says so, and asks before it shows a code. */
export function elsewherePage(input: { action: string; system: Device['system']; returnTo: string }): Page {
  const language = languageOf(input.returnTo);
  const { title, read, yours, warning, show } = words[language];
  return page(
    language,
    title,
    `<p>${read(devices[input.system][language])}</p><p>${yours}</p><p class="warning">${warning}</p>` +
      `<form method="post" action="${input.action}"><button>${show}</button></form>`,
  );
}

/** The code, in two groups, and where to type it. */
export function codePage(code: string, returnTo: string): Page {
  const language = languageOf(returnTo);
  const { codeTitle, how, secret } = words[language];
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  return page(
    language,
    codeTitle,
    `<p class="code">${shown}</p><p>${how}</p><p class="warning">${secret}</p>`,
  );
}

const languageOf = (returnTo: string) => (/^\/en(?=[/?]|$)/.test(returnTo) ? 'en' : 'de');

function page(language: 'de' | 'en', title: string, content: string): Page {
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Jena</title><style>${style}</style></head>
<body><header>Jena</header><main><h1>${title}</h1>${content}</main></body></html>`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    },
  };
}
