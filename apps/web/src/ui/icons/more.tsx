import { icon } from './icon.tsx';

export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
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
export const ExternalIcon = icon(<path d="M13.5 4.5h6v6M19.25 4.75 11 13M9.5 5.5h-5v14h14v-5" />, true);
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
export const FolderIcon = icon(<path d="M3.75 6.25h5.5l2 2.25h9v10.25H3.75z" />);
export const TrashIcon = icon(
  <path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5 7.5 20h9l1-13.5M10.25 10.5v6M13.75 10.5v6" />,
);
export const EditIcon = icon(<path d="m5 15.5-.75 4.25L8.5 19 19.5 8 16 4.5zM13.5 7l3.5 3.5" />);
export const StarIcon = icon(
  <path d="m12 4 2.4 5.2 5.6.7-4.1 3.9 1 5.6L12 16.7l-4.9 2.7 1-5.6L4 9.9l5.6-.7z" />,
);
export const ArchiveIcon = icon(<path d="M4 4.5h16v4H4zM5.5 8.5v11h13v-11M9.75 12.5h4.5" />);
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
