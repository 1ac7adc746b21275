import { icon } from './icon.tsx';

export const ChevronIcon = icon(<path d="m9.5 5.5 6.5 6.5-6.5 6.5" />, true);
export const BackIcon = icon(<path d="M14.5 5.5 8 12l6.5 6.5" />, true);
export const ArrowIcon = icon(<path d="M4.5 12h15m-6-6 6 6-6 6" />, true);
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />);
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
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
export const OfflineIcon = icon(
  <path d="M3 3l18 18M8.5 8.3A6 6 0 0 0 6.75 18.5H17m3.3-2.2a4 4 0 0 0-2.55-6.3 6 6 0 0 0-6-3.95" />,
);
