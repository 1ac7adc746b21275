import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useLanguage } from './copy.ts';
import { navigate } from './navigation.ts';
import { localPath } from './paths.ts';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A path without language, from `paths`. */
  to: string;
};

/** A real link that stays inside the app when it can: new tabs, downloads and readers without JavaScript work as usual. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const href = localPath(useLanguage(), to);
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const plainClick =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plainClick || rest.target || rest.download !== undefined) return;
    // An anchor on the same page: the browser jumps to it by itself.
    if (href.includes('#') && event.currentTarget.pathname === location.pathname) return;
    event.preventDefault();
    navigate(href);
  }
  return <a href={href} onClick={follow} {...rest} />;
}
