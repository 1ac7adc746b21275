import { drawing } from './drawing.tsx';

/** The other life situations, and `andere` for one that has no drawing yet. */
export const moreDrawings = {
  'neu-in-jena': drawing(
    <>
      <path className="lit" d="M24 27.5a6 6 0 1 0 0-12 6 6 0 0 0 0 12z" />
      <path d="M24 43c8.5-8.5 13-15.5 13-21.5a13 13 0 0 0-26 0c0 6 4.5 13 13 21.5zM24 3V1.5M39.5 8l1.5-1.5M8.5 8 7 6.5" />
    </>,
  ),
  wegzug: drawing(
    <>
      <path className="lit" d="M9 18h23v21H9z" />
      <path d="M9 18h23v21H9zM15.5 18v-5.5h10V18M15 39v3M26 39v3M36 28h9m-3.5-3.5L45 28l-3.5 3.5" />
    </>,
  ),
  studium: drawing(
    <>
      <path className="lit" d="m3.5 19 20.5-9 20.5 9-20.5 9z" />
      <path d="M12 23v10.5c3 3 7 4.5 12 4.5s9-1.5 12-4.5V23M44.5 19v12" />
    </>,
  ),
  arbeit: drawing(
    <>
      <path className="lit" d="M5 15h38v11H5z" />
      <path d="M5 15h38v24H5zM17 15V9.5h14V15M5 26h14m10 0h14M19 23h10v6H19z" />
    </>,
  ),
  dokumente: drawing(
    <>
      <path d="M11 5h18l9 9v29H11z" />
      <path d="M29 5v9h9M17 20h14M17 26h9" />
      <circle className="lit" cx="30" cy="33" r="5" />
      <path d="m27 37-1.5 7 4.5-2.5 4.5 2.5-1.5-7" />
    </>,
  ),
  verlust: drawing(
    <>
      <path d="M9 15h26a4 4 0 0 1 4 4v6M9 15a4 4 0 0 0-4 4v18a4 4 0 0 0 4 4h15M9 15l20-7v7" />
      <circle className="lit" cx="34" cy="33" r="6.5" />
      <path d="m39 38 5.5 5.5" />
    </>,
  ),
  eilig: drawing(
    <>
      <circle className="lit" cx="26" cy="27" r="15" />
      <path d="M26 18v9l6 4M22 7h8M26 7v5M3 20h6M3 27h4M3 34h6" />
    </>,
  ),
  reise: drawing(
    <>
      <path d="M7 14h34v27H7z" />
      <circle className="lit" cx="24" cy="27.5" r="8" />
      <path d="M16 27.5h16M24 19.5c4 5 4 11 0 16M24 19.5c-4 5-4 11 0 16M17 14V8.5h14V14" />
    </>,
  ),
  volljaehrig: drawing(
    <>
      <path d="M8 27h32v14H8zM8 33c4 3 7 3 10.7 0s7-3 10.6 0 7 3 10.7 0M17 27v-9M31 27v-9" />
      <path
        className="lit"
        d="M17 14.5c-2.5-2.5-1-5 0-7 1 2 2.5 4.5 0 7zM31 14.5c-2.5-2.5-1-5 0-7 1 2 2.5 4.5 0 7z"
      />
    </>,
  ),
  haustier: drawing(
    <>
      <path d="M10 15 6 23c0 3 3 3.5 5 2M10 15c2-4 6-5 9-5h6c5 0 9 3 9 9v5" />
      <path className="lit" d="M14 37c0-6 5-9 10-9s10 3 10 9c0 3-2.5 5-10 5s-10-2-10-5z" />
      <path d="M34 24c3 1 6-.5 7-4M18 18v.1M27 18v.1M22.5 22v2" />
    </>,
  ),
  alltag: drawing(
    <>
      <circle className="lit" cx="36" cy="11" r="5" />
      <path d="M4 41h40M8 41V20h11v21M19 41V13l9-5v33M28 24h11v17M12 26h3M12 32h3M23 18v.1M23 24v.1M23 30v.1M33 30h2" />
    </>,
  ),
  ehrenamt: drawing(
    <>
      <path
        className="lit"
        d="M24 22C19 17.5 15.5 14.5 15.5 11a4.5 4.5 0 0 1 8.5-2 4.5 4.5 0 0 1 8.5 2c0 3.5-3.5 6.5-8.5 11z"
      />
      <path d="M4 31h6l7-3h8.5a3 3 0 0 1 0 6H19M27.5 33l10-4.5a3.2 3.2 0 0 1 3 5.6L27 41.5H10L4 40" />
    </>,
  ),
  politik: drawing(
    <>
      <path d="M7 24h34v17H7zM17 29.5h14M12 24l3-5M36 24l-3-5" />
      <path className="lit" d="M15 6h18v18H15z" />
      <path d="m19 15 3.5 3.5L29 11" />
    </>,
  ),
  flucht: drawing(
    <>
      <path className="lit" d="M9 22a15 13 0 0 1 30 0z" />
      <path d="M24 9V6M24 22v16a4 4 0 0 0 7.5 2M9 22a15 13 0 0 1 30 0c-2.5-2-5-2-7.5 0-2.5-2-5-2-7.5 0-2.5-2-5-2-7.5 0-2.5-2-5-2-7.5 0z" />
    </>,
  ),
  besuch: drawing(
    <>
      <path d="M6 13h36v26H6z" />
      <path className="lit" d="m6 13 18 14 18-14z" />
      <path d="m6 39 13-15.5M42 39 29 23.5" />
    </>,
  ),
  'leben-in-jena': drawing(
    <>
      <path d="M4 41h40M9 41c0-11 3-19 6-25 3 6 6 14 6 25M24 41V25l8.5-7 8.5 7v16M30 41v-9h5v9" />
      <circle className="lit" cx="35" cy="9" r="4.5" />
    </>,
  ),
  veranstaltung: drawing(
    <>
      <path className="lit" d="M7 9h7l-3.5 8zM20.5 11h7L24 19zM34 9h7l-3.5 8z" />
      <path d="M3 7c12 5 30 5 42 0M9 41V27l15-5 15 5v14M5 41h38M20 41V31h8v10" />
    </>,
  ),
  kauf: drawing(
    <>
      <circle className="lit" cx="15" cy="17" r="9" />
      <circle cx="15" cy="17" r="3" />
      <path d="m21.5 23.5 18 18M33 35l4.5-4.5M37.5 39.5l4-4" />
    </>,
  ),
  andere: drawing(
    <>
      <rect x="8" y="8" width="13" height="13" rx="3" />
      <rect className="lit" x="27" y="8" width="13" height="13" rx="3" />
      <rect x="8" y="27" width="13" height="13" rx="3" />
      <rect x="27" y="27" width="13" height="13" rx="3" />
    </>,
  ),
};
