import type { ReactNode } from 'react';
import './icons.css';

export type IconProps = { size?: number; className?: string | undefined };

/** Thin lines on a grid of 24. Decoration only: the words beside it carry the meaning. */
function icon(paths: ReactNode, mirrored = false) {
  return function Icon({ size = 24, className }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className={`icon${mirrored ? ' icon-mirrored' : ''}${className ? ` ${className}` : ''}`}
      >
        {paths}
      </svg>
    );
  };
}

export const ChevronIcon = icon(<path d="m9.5 5.5 6.5 6.5-6.5 6.5" />, true);
export const BackIcon = icon(<path d="M14.5 5.5 8 12l6.5 6.5" />, true);
export const ArrowIcon = icon(<path d="M4.5 12h15m-6-6 6 6-6 6" />, true);
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />);
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const SearchIcon = icon(
  <>
    <circle cx="10.75" cy="10.75" r="6.25" />
    <path d="m15.5 15.5 5 5" />
  </>,
);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 11v5.5M12 7.5v.1" />
  </>,
);
export const CheckCircleIcon = icon(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="m8 12.25 2.75 2.75L16 9.5" />
  </>,
);
export const WarningIcon = icon(
  <>
    <path d="M12 4 2.75 19.5h18.5z" />
    <path d="M12 10v4.5M12 17v.1" />
  </>,
);
export const HomeIcon = icon(
  <>
    <path d="m3.5 11.5 8.5-7.5 8.5 7.5" />
    <path d="M5.75 9.75V20h4.5v-5.5h3.5V20h4.5V9.75" />
  </>,
);
export const ServicesIcon = icon(
  <>
    <rect x="4" y="4" width="6.5" height="6.5" rx="1.5" />
    <rect x="13.5" y="4" width="6.5" height="6.5" rx="1.5" />
    <rect x="4" y="13.5" width="6.5" height="6.5" rx="1.5" />
    <path d="M16.75 13.5v6.5M13.5 16.75H20" />
  </>,
);
export const CasesIcon = icon(
  <>
    <path d="M6 3.5h8.5L19 8v12.5H6z" />
    <path d="M14 3.5V8.5h5M9.25 14.5l2 2 3.75-4" />
  </>,
);
export const InboxIcon = icon(
  <>
    <rect x="3.25" y="5.5" width="17.5" height="13" rx="2" />
    <path d="m3.75 7 8.25 6.25L20.25 7" />
  </>,
);
export const AccountIcon = icon(
  <>
    <circle cx="12" cy="8.25" r="3.75" />
    <path d="M4.5 20c.6-3.9 3.4-6 7.5-6s6.9 2.1 7.5 6" />
  </>,
);
export const GlobeIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.75" />
    <path d="M3.25 12h17.5M12 3.25c5 5 5 12.5 0 17.5M12 3.25c-5 5-5 12.5 0 17.5" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.75" />
    <path d="M12 7v5.25l3.25 2" />
  </>,
);
export const EuroIcon = icon(<path d="M18 6.5A7 7 0 1 0 18 17.5M3.5 10.25h9.5M3.5 13.75h8.5" />);
export const CalendarIcon = icon(
  <>
    <rect x="3.75" y="5.25" width="16.5" height="15" rx="2" />
    <path d="M3.75 10h16.5M8 3v4M16 3v4" />
  </>,
);
export const PinIcon = icon(
  <>
    <path d="M12 21c4.5-4.75 6.75-8.35 6.75-11.25a6.75 6.75 0 0 0-13.5 0C5.25 12.65 7.5 16.25 12 21z" />
    <circle cx="12" cy="9.75" r="2.25" />
  </>,
);
export const PhoneIcon = icon(
  <path d="M7.75 3.75 5 5c-1 4.5 1.5 8.5 4 11s6.5 4 10 3l1.25-2.75-4.25-2.5-2 1.75c-2-.75-4-3-4.75-5l1.75-2z" />,
);
export const MailIcon = InboxIcon;
export const ExternalIcon = icon(<path d="M13.5 4.5h6v6M19.25 4.75 11 13M9.5 5.5h-5v14h14v-5" />, true);
export const OfflineIcon = icon(
  <path d="M3 3l18 18M8.5 8.3A6 6 0 0 0 6.75 18.5H17m3.3-2.2a4 4 0 0 0-2.55-6.3 6 6 0 0 0-6-3.95" />,
);
export const CameraIcon = icon(
  <>
    <path d="M4.5 7.5h3.25l1.5-2.5h5.5l1.5 2.5h3.25a1.25 1.25 0 0 1 1.25 1.25v9A1.25 1.25 0 0 1 19.5 19h-15a1.25 1.25 0 0 1-1.25-1.25v-9A1.25 1.25 0 0 1 4.5 7.5z" />
    <circle cx="12" cy="13" r="3.5" />
  </>,
);
export const DocumentIcon = icon(
  <>
    <path d="M6 3.5h8.5L19 8v12.5H6z" />
    <path d="M14 3.5V8.5h5M9 12.5h7M9 16h5" />
  </>,
);
export const TrashIcon = icon(
  <path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5 7.5 20h9l1-13.5M10.25 10.5v6M13.75 10.5v6" />,
);
export const EditIcon = icon(<path d="m5 15.5-.75 4.25L8.5 19 19.5 8 16 4.5zM13.5 7l3.5 3.5" />);
export const BellIcon = icon(<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />);
export const LockIcon = icon(
  <>
    <rect x="5" y="10.5" width="14" height="10" rx="2" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
  </>,
);
export const DownloadIcon = icon(<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14" />);
export const PrintIcon = icon(<path d="M7 8.5v-5h10v5M7 17H4V8.5h16V17h-3M7 13.5h10v7H7z" />);
export const ShareIcon = icon(<path d="M12 15V3.5m-4 4 4-4 4 4M6.5 11H5v9.5h14V11h-1.5" />);
export const IdCardIcon = icon(
  <>
    <rect x="3" y="5" width="18" height="14" rx="2" />
    <circle cx="8.5" cy="11" r="2" />
    <path d="M5.75 15.5c.5-1.25 1.5-1.75 2.75-1.75s2.25.5 2.75 1.75M14 10h4M14 13.5h4" />
  </>,
);
