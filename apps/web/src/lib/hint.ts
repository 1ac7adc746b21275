/** Says without asking the server that someone was logged in here; holds nothing personal. */
const key = 'jena-logged-in';

export function wasLoggedIn(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

let logins = 0;

/** A login was begun here. The way back is a new start of the app: it then asks the server who came. */
export function expectLogin(): void {
  logins += 1;
  rememberLoggedIn(true);
}

/** How many logins this page began: what was asked before the last of them says nothing about it. */
export function loginsBegun(): number {
  return logins;
}

export function rememberLoggedIn(loggedIn: boolean): void {
  try {
    if (loggedIn) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Without storage the app asks the server each time; nothing else is lost.
  }
}
