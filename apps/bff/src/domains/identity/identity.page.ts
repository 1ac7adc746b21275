import { createHash } from 'node:crypto';

/** The look of the app (its brand.css), as far as such a page needs it: no script, nothing that must be loaded. */
const style = `:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 "Fira Sans",system-ui,sans-serif;overflow-wrap:break-word;hyphens:auto;
background:light-dark(oklch(97.3% .006 272),oklch(17% .022 272));color:light-dark(oklch(23.5% .045 272),oklch(95% .008 278))}
header{padding:min(.875rem,4vw) min(4vw,2rem);background:light-dark(oklch(26.5% .085 268),oklch(21.5% .055 269));color:oklch(98% .008 268);font-size:min(1.25rem,9vw);font-weight:600}
main{max-width:42rem;margin:0 auto;padding:min(2rem,8vw) min(4vw,2rem) 3rem}
h1{margin:0;font-size:min(1.625rem,12.5vw);line-height:1.2}
.code{margin:1.5rem 0;font:600 min(2.25rem,15vw)/1.2 ui-monospace,monospace;letter-spacing:.06em;hyphens:none}
.warning{padding:min(.875rem,3.6vw) min(1rem,4vw);border:1px solid light-dark(oklch(45% .1 62/.35),oklch(84% .13 78/.35));border-radius:.75rem;background:light-dark(oklch(96.7% .04 84),oklch(28% .05 70))}
button,.cancel{width:100%;min-height:3rem;padding:.625rem 1rem;border-radius:.75rem;font:inherit;font-weight:600}
button{border:0;background:light-dark(oklch(42.84% .1689 265),oklch(79% .09 265));color:light-dark(oklch(100% 0 0),oklch(19% .06 268))}
.cancel{display:block;margin-top:.75rem;text-align:center;text-decoration:none;border:1px solid currentColor;color:light-dark(oklch(42.84% .1689 265),oklch(79% .09 265))}
:is(button,.cancel):focus-visible{outline:3px solid light-dark(oklch(31% .17 265),oklch(90% .14 92));outline-offset:2px}`;

export type Page = { html: string; headers: Record<string, string> };

/**
 * A page of the server's own, on the way of a login: no script, and its form may be posted to one place.
 * @param input.content HTML; @param input.formTo an origin, or our own pages when none is given
 */
export function page(input: {
  language: 'de' | 'en';
  title: string;
  content: string;
  formTo?: string;
}): Page {
  const { language, title, content, formTo = "'self'" } = input;
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Jena</title><style>${style}</style></head>
<body><header>Jena</header><main><h1>${title}</h1>${content}</main></body></html>`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    `form-action ${formTo}`,
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
