/** A quiet look of its own, so that nobody takes it for the real app. Light and dark, readable at 320 px. */
export const styles = `
:root { color-scheme: light dark; --bg: #eef1f0; --paper: #ffffff; --ink: #17211f; --quiet: #55635f; --line: #cfd8d5; --accent: #0b6b58; --on: #ffffff; --bad: #a3261b; }
@media (prefers-color-scheme: dark) { :root { --bg: #10161a; --paper: #1a2326; --ink: #edf3f1; --quiet: #a9b8b3; --line: #3a484b; --accent: #7fd6bf; --on: #06251e; --bad: #ff9a8f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); overflow-wrap: anywhere; font: 1.0625rem/1.5 system-ui, sans-serif; }
.phone { max-width: 26rem; min-height: 100vh; margin: 0 auto; padding: 0 1.125rem 2rem; background: var(--paper); }
@media (min-width: 32rem) { .phone { min-height: 0; margin: 2rem auto; border: 1px solid var(--line); border-radius: 2rem; } }
header { display: flex; gap: .75rem; align-items: center; padding: 1.25rem 0 .5rem; }
header p { margin: 0; font-weight: 600; line-height: 1.25; }
header small { display: block; font-weight: 400; color: var(--quiet); font-size: .875rem; }
.mark { width: 2.5rem; height: 1.75rem; border-radius: .375rem; border: 2px solid var(--accent); background: linear-gradient(var(--accent) 0 0) .375rem .375rem / .5rem .625rem no-repeat; }
h1 { font-size: 1.625rem; line-height: 1.2; margin: 1rem 0; }
h2, legend { font-size: 1rem; font-weight: 600; margin: 0; padding: 0; }
.card { border: 1px solid var(--line); border-radius: 1rem; padding: 1rem; margin: 0 0 1rem; min-width: 0; }
.card p { margin: .125rem 0 .75rem; overflow-wrap: anywhere; }
.card p:last-child { margin-bottom: 0; }
legend { float: left; width: 100%; margin-bottom: .5rem; }
legend + * { clear: both; }
ul { margin: 0; padding-left: 1.25rem; }
.row { display: flex; gap: .75rem; align-items: flex-start; min-height: 2.75rem; padding: .5rem 0; clear: both; cursor: pointer; }
.row input { width: 1.375rem; height: 1.375rem; margin: .125rem 0 0; flex: none; accent-color: var(--accent); }
.quiet { color: var(--quiet); font-size: .9375rem; }
.pin { display: block; font-weight: 600; margin-bottom: .5rem; }
summary { min-height: 2.75rem; padding: .5rem 0; cursor: pointer; font-weight: 600; }
#pin { width: 100%; padding: .75rem 1rem; font-size: 1.75rem; letter-spacing: .5em; border: 2px solid var(--quiet); border-radius: .75rem; background: transparent; color: inherit; }
#namensvetter { width: 100%; padding: .75rem 1rem; font: inherit; border: 2px solid var(--quiet); border-radius: .75rem; background: transparent; color: inherit; }
#pad { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; margin-bottom: 1rem; }
#pad[hidden] { display: none; }
#pad button { font-size: 1.5rem; border-color: var(--line); background: var(--bg); color: inherit; }
button { font: inherit; width: 100%; min-height: 3.25rem; border-radius: 1rem; cursor: pointer; border: 2px solid var(--accent); }
.primary { background: var(--accent); color: var(--on); font-weight: 600; }
.plain { background: transparent; color: inherit; border-color: transparent; margin-top: .5rem; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.problem { color: var(--bad); font-weight: 600; }
`;
