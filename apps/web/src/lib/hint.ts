/** Says without asking the server that someone was logged in here; holds nothing personal. */
const key = 'jena-logged-in';

export function wasLoggedIn(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

export function rememberLoggedIn(loggedIn: boolean): void {
  try {
    if (loggedIn) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Without storage the app asks the server each time; nothing else is lost.
  }
}
