import { drawing } from './drawing.tsx';

/** Life situations that the start page shows; kept apart so that it carries only these. */
export const commonDrawings = {
  umzug: drawing(
    <>
      <path d="M4 13h24v22H4z" />
      <path className="lit" d="M9 21h9v9H9z" />
      <path d="M13.5 21v4M28 20h8.5l7 7.5V35H28z" />
      <path d="M33 20v7h10" />
      <circle className="ground" cx="13" cy="36" r="3.75" />
      <circle className="ground" cx="35" cy="36" r="3.75" />
    </>,
  ),
  ausweis: drawing(
    <>
      <rect x="5" y="11" width="38" height="26" rx="3.5" />
      <circle className="lit" cx="16" cy="21" r="4.5" />
      <path d="M9.5 32c.8-4 3-5.5 6.5-5.5s5.7 1.5 6.5 5.5M28 19h10M28 25h10M28 31h6" />
    </>,
  ),
  familie: drawing(
    <>
      <circle cx="15" cy="12" r="5" />
      <circle cx="33" cy="14" r="4.5" />
      <path d="M6 40V28c0-5 3.5-8 9-8 3.5 0 6 1.2 7.5 3.4M42 40V29c0-4.5-3.5-7.5-9-7.5-3.6 0-6.3 1.3-7.8 3.5" />
      <circle className="lit" cx="24" cy="29" r="4" />
      <path d="M17.5 41c0-4.5 2.5-7 6.5-7s6.5 2.5 6.5 7" />
    </>,
  ),
  auto: drawing(
    <>
      <path d="M5 33V25.5c0-1.6 1-3 2.5-3.5l2-.6 4.2-8.2A3 3 0 0 1 16.4 11.5h15.2a3 3 0 0 1 2.7 1.7l4.2 8.2 2 .6A3.7 3.7 0 0 1 43 25.5V33z" />
      <path d="M9.5 21.5h29M9 33v4.5h5V33M34 33v4.5h5V33M20 28h8" />
      <circle className="lit" cx="12.5" cy="27" r="2.75" />
      <circle className="lit" cx="35.5" cy="27" r="2.75" />
    </>,
  ),
  wohnen: drawing(
    <>
      <path d="m5 23 19-15.5L43 23" />
      <path d="M10 19.5V41h28V19.5" />
      <path className="lit" d="M20 28h8v13h-8z" />
      <path d="M33 13V8.5h4v7.5" />
    </>,
  ),
  geburt: drawing(
    <>
      <path d="M8 24h32a16 14 0 0 1-32 0z" />
      <path className="lit" d="M24 24V9A15 15 0 0 1 39.5 24z" />
      <path d="M8 24H4.5M24 24V9A15 15 0 0 1 40 24" />
      <circle cx="16" cy="41" r="2.5" />
      <circle cx="32" cy="41" r="2.5" />
    </>,
  ),
  hochzeit: drawing(
    <>
      <circle cx="17.5" cy="29" r="11" />
      <circle cx="30.5" cy="29" r="11" />
      <path className="lit" d="M26 10.5 30.5 6 35 10.5 30.5 17z" />
    </>,
  ),
  gruendung: drawing(
    <>
      <path className="lit" d="M6 10h36l2.5 9H3.5z" />
      <path d="M3.5 19a5.1 5.1 0 0 0 10.25 0 5.1 5.1 0 0 0 10.25 0 5.1 5.1 0 0 0 10.25 0 5.1 5.1 0 0 0 10.25 0M7.5 24v16h33V24M13 40V30h8v10M27 30h8v5h-8z" />
    </>,
  ),
  'wenig-geld': drawing(
    <>
      <path d="M8 16c0-5 7.2-7 16-7s16 2 16 7v17c0 4.5-7.2 7-16 7S8 37.5 8 33z" />
      <ellipse className="lit" cx="24" cy="16" rx="16" ry="6.5" />
      <path d="M8 24.5c0 4.5 7.2 6.5 16 6.5s16-2 16-6.5" />
    </>,
  ),
  bauen: drawing(
    <>
      <path d="M8 41h32M12 41V21h14v20M12 28h14M12 34.5h14M34 41V7L8 12.5M34 7l8 6.5h-8" />
      <path className="lit" d="M13.5 14.5h6V21h-6z" />
      <path d="M16.5 11v3.5" />
    </>,
  ),
};
