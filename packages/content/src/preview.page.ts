import type { PreviewState } from './preview.ts';

const inHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The editors' page: a phone, what can be looked at in it, what is wrong, and what changed. */
export function previewPage({ forms, services, changes, problems }: PreviewState): string {
  const links = (list: PreviewState['forms'], to: (slug: string) => string) =>
    list
      .map(({ slug, title }) => `<li><a target="handy" href="${to(slug)}">${inHtml(title)}</a></li>`)
      .join('');
  const lines = (list: readonly string[]) => list.map((line) => `<li>${inHtml(line)}</li>`).join('');
  return `<!doctype html>
<html lang="de">
<meta charset="utf-8">
<title>Vorschau – Jena</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { margin: 0; display: grid; grid-template-columns: minmax(16rem, 1fr) 410px; gap: 2rem; padding: 1rem 2rem; }
  iframe { width: 390px; height: 844px; border: 8px solid #444; border-radius: 32px; position: sticky; top: 1rem; }
  ul { padding-inline-start: 1.2rem; }
  summary { font-size: 1.2rem; font-weight: 600; cursor: pointer; padding: 0.5rem 0; }
  .problems { border-inline-start: 4px solid #b3261e; padding-inline-start: 1rem; }
  @media (width < 50rem) { body { grid-template-columns: minmax(0, 1fr); } }
</style>
<main>
  <h1>Vorschau</h1>
  <p>Die App mit Ihren Dateien. Nichts davon wird gesendet. Die Seite lädt neu, sobald Sie speichern.</p>
  <section class="${problems.length > 0 ? 'problems' : ''}">
    <h2>${problems.length > 0 ? `${problems.length} Fehler` : 'Keine Fehler'}</h2>
    <ul>${lines(problems)}</ul>
  </section>
  <section>
    <h2>Das haben Sie geändert</h2>
    ${changes.length === 0 ? '<p>Seit dem letzten Stand nichts an Formularen und Diensten.</p>' : ''}
    ${changes.map(({ where, says }) => `<h3>${inHtml(where)}</h3><ul>${lines(says)}</ul>`).join('')}
  </section>
  <details open><summary>Formulare (${forms.length})</summary>
    <ul>${links(forms, (slug) => `/dienste/${slug}/antrag`)}</ul></details>
  <details><summary>Dienste (${services.length})</summary>
    <ul>${links(services, (slug) => `/dienste/${slug}`)}</ul></details>
</main>
<iframe name="handy" title="Handy" src="/"></iframe>
<script>
  const frame = document.querySelector('iframe');
  const place = sessionStorage.getItem('place');
  if (place) frame.src = place;
  new EventSource('/vorschau/neu').onmessage = () => {
    sessionStorage.setItem('place', frame.contentWindow.location.pathname);
    location.reload();
  };
</script>
</html>
`;
}
