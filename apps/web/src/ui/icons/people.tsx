import { icon } from './icon.tsx';

export const PeopleIcon = icon(
  <>
    <circle cx="9" cy="8" r="3.25" />
    <path d="M3 19.5c.5-3.5 2.75-5.25 6-5.25s5.5 1.75 6 5.25" />
    <circle cx="17" cy="11" r="2.25" />
    <path d="M17.5 15.25c2.25 0 3.25 1.5 3.5 4.25" />
  </>,
);
