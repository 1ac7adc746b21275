/** As much of a browser as a login needs: keeps cookies, follows redirects up to `stopAt`, posts a form. */
export function createTinyBrowser(stopAt: string) {
  const cookies = new Map<string, string>();

  async function go(address: string, form?: Record<string, string>): Promise<{ url: string; html: string }> {
    let url = address;
    let body = form;
    for (let hop = 0; hop < 15; hop += 1) {
      if (url.startsWith(stopAt)) return { url, html: '' };
      const answer: Response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (name === undefined || value === undefined) continue;
        if (/; max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (next === null) return { url, html: await answer.text() };
      url = new URL(next, url).href;
      body = undefined;
    }
    throw new Error('too many redirects');
  }
  return { go };
}
