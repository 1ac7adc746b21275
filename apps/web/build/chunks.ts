/** Words of one language, and pages with their examples: loaded when needed. */
const isApart = (id: string) => /[./]copy\.(de|en)\.ts$|\.(page|example)\.tsx$/.test(id);

/** A group of modules: folders or files below `apps/web/src`, and whatever else is named. */
function group(name: string, ownFiles: readonly string[], others: readonly string[] = []) {
  const pattern = new RegExp([`apps/web/src/(${ownFiles.join('|')})`, ...others].join('|'));
  return { name, test: (id: string) => pattern.test(id) && !isApart(id) };
}

/**
 * Which modules travel together. Without this, each mixture of pages gets small chunks of its own,
 * and on a phone every file costs a round trip and a kilobyte of headers.
 */
export const chunkGroups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  group(
    'frame',
    [
      'lib/(boundary|content|copy|early-input|embedded|errors|format|hint|link|live|load|match|navigation|own-font|page|paths|router|sync-store)\\.',
      'shell/(?!banners|failed)',
      '(frame|app|routes)\\.',
      'domains/[^/]+/(routes|copy)\\.',
      'styles/',
      'ui/(action-bar|badge|button|card|class-names|copy|disclosure|notice|page-header|section|skeleton|toast)',
      'ui/icons/(basic|icon)\\.',
    ],
    ['node_modules/(wouter|regexparam)/', 'packages/shared/src/kernel', 'preload-helper'],
  ),
  group('find', ['domains/services/parts/search-box', 'ui/drawings/(common|drawing)\\.']),
  group('lists', ['domains/services/parts/open-now', 'ui/(hanfried|list-row)/']),
  group(
    'background',
    [
      'background',
      'lib/network\\.',
      'offline/(changes|content-store|database|draft-files|drafts|errors|hidden|install|names|on-this-phone|owner|persist|register|sealed|trusted|outbox\\.db)',
    ],
    ['node_modules/idb/'],
  ),
  group(
    'forms',
    [
      'domains/forms/(?!bundle|card|carry-over|form-data|hand-in-bundle|intro|forms\\.css|changes\\.copy|use-stored-draft|parts/(apply-here|bundle|changes-notice|choices|continue|group-items|replaced-notice|resume|whole-answer))',
      'ui/(choice|date-field|error-summary|field|stepper|text-field|why)/',
    ],
    ['packages/shared/src/forms/(?!bundle|drafts|earlier|errors|merge|migrate|prefill|coverage)'],
  ),
  group(
    'personal',
    [
      'personal-life',
      'lib/(activity|counts|drafts|outbox|personal|push|session|session-clock|session-watch|trpc)\\.',
      'offline/(cache|draft-(account|sync)|failures|outbox\\.(hooks|store|engine|drive|machine)|outbox\\.ts|push|uploads)',
    ],
    ['node_modules/(@tanstack|@trpc|tus-js-client)/', 'packages/shared/src/identity/sessions'],
  ),
];
