/** What every phone keeps of the app, so that it opens without a network; below `dist`. The staff's app stays out. */
export const kept = {
  patterns: ['assets/*.{js,css,woff2,svg}', '{,en/}{_shell,index}.html', 'icons/icon.svg'],
  ignored: ['assets/amt-*'],
  /** In bytes. */
  largest: 400_000,
};
