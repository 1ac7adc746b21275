/**
 * What lies in this tab alone, so that it survives the way to a login and back. It is gone when somebody logs out: whoever
 * logs in next in the same tab is another person.
 */
export const inTab = (name: string) => ({
  keep: (text: string): void => sessionStorage.setItem(name, text),
  read: (): string | undefined => sessionStorage.getItem(name) ?? undefined,
  forget: (): void => sessionStorage.removeItem(name),
});

export function forgetTab(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Without storage nothing was kept.
  }
}
