/** Says without asking the server that someone was logged in here; holds nothing personal. */
const key = 'jena-logged-in';

export function wasLoggedIn(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

let expected = false;

/** A login was begun here. The way back is a new start of the app: it then asks the server who came. */
export function expectLogin(): void {
  expected = true;
  rememberLoggedIn(true);
}

/** Whether this page is being left for a login: what the server says of now, the login that is coming makes untrue. */
export function expectsLogin(): boolean {
  return expected;
}

export function rememberLoggedIn(loggedIn: boolean): void {
  try {
    if (loggedIn) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Without storage the app asks the server each time; nothing else is lost.
  }
}
