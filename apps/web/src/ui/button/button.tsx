import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { useId } from 'react';
import { Link } from '../../lib/link.tsx';
import { classNames } from '../class-names.ts';
import './button.css';

type Look = {
  /** `primary` once a screen; `light` stands on night ground. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'light';
  /** A drawing before the words. */
  icon?: ReactNode;
  /** As wide as its place, e.g. in a bar at the bottom of a phone. */
  block?: boolean;
};

type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** What is happening, in words, while it happens; the button then takes no second press. */
    busy?: string | undefined;
    /** Why it cannot be used now; shown below, and the button stays reachable for a screen reader. */
    disabledReason?: string | undefined;
  };

function look({ variant = 'primary', block }: Look, more?: string): string {
  return classNames('btn', `btn-${variant}`, block && 'btn-block', more);
}

/** A button with a verb on it. */
export function Button({
  variant = 'primary',
  icon,
  block = false,
  busy,
  disabledReason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const resting = busy !== undefined || disabledReason !== undefined;
  const button = (
    <button
      {...rest}
      type={type}
      className={look({ variant, block }, classNames(busy !== undefined && 'btn-busy', className))}
      aria-disabled={resting || undefined}
      aria-describedby={disabledReason !== undefined ? reasonId : rest['aria-describedby']}
      onClick={(event) => {
        if (resting) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {/* The dots stay with their word. */}
      <span aria-live={busy !== undefined ? 'polite' : undefined}>
        {busy?.replace(' …', '\u00a0…') ?? children}
      </span>
    </button>
  );
  if (disabledReason === undefined) return button;
  return (
    <span className={classNames('btn-with-reason', block && 'btn-block')}>
      {button}
      <span className="btn-reason" id={reasonId}>
        {disabledReason}
      </span>
    </span>
  );
}

type LinkButtonProps = Look & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string };

/** A link that looks like a button: it leads somewhere, it does not do something. */
export function LinkButton({
  variant = 'primary',
  icon,
  block = false,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={look({ variant, block }, className)}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  /** What it does; read aloud and shown as a tooltip. */
  label: string;
  children: ReactNode;
};

/** A button that is only a drawing. Prefer words; this is for places without room. */
export function IconButton({ label, children, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames('btn-icon', className)}
      aria-label={label}
      title={label}
    >
      {children}
    </button>
  );
}
