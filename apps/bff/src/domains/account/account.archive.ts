import { type AccountId, cityTime } from '@jena/shared/kernel';
import { makeZip } from 'client-zip';
import type { Reader } from '../../platform/db/access.ts';
import type { PersonalFile, PersonalPart } from '../../platform/personal-data.ts';

function readme(parts: readonly PersonalPart[], now: Date): string {
  const { day, clock } = cityTime(now);
  const lines = parts
    .flatMap(({ holds }) => Object.entries(holds))
    .map(([name, says]) => `${name}\n  ${says}\n`);
  return `Ihre Daten bei „Jena – Ihre Verwaltung“
Zusammengestellt am ${day.split('-').reverse().join('.')} um ${clock} Uhr

Das ist eine Kopie von allem, was wir über Sie gespeichert haben (Art. 15 und 20 DSGVO).
Dateien mit der Endung .json sind Text. Sie lassen sich in jedem Browser und Texteditor öffnen
und von Programmen lesen. Zeiten stehen dort in Weltzeit (UTC).

WAS WO STEHT

${lines.join('\n')}
WAS HIER FEHLT

Schlüssel, Passwörter und geheime Adressen Ihrer Geräte: Wer sie hätte, käme in Ihr Konto.
Namen von Beschäftigten: Statt der Person steht dort ihre Stelle.

WENN ETWAS NICHT STIMMT

Sie dürfen verlangen, dass wir falsche Daten berichtigen oder Daten löschen. Schreiben Sie uns
oder kommen Sie ins Bürgerservice. Sie können sich auch beim Thüringer Landesbeauftragten für den
Datenschutz und die Informationsfreiheit beschweren.

Bewahren Sie diese Datei gut auf: Sie ist nicht verschlüsselt.
`;
}

async function* filesOf(
  parts: readonly PersonalPart[],
  db: Reader,
  accountId: AccountId,
  now: Date,
): AsyncGenerator<{ name: string; lastModified: Date; input: PersonalFile['content'] }> {
  // A BOM, so that old editors see umlauts.
  yield { name: 'LIESMICH.txt', lastModified: now, input: `\uFEFF${readme(parts, now)}` };
  for (const part of parts) {
    for await (const { name, at, content } of part.files(db, accountId))
      yield { name, lastModified: at ?? now, input: content };
  }
}

/** Everything about a person as one ZIP archive, file by file as it is read. */
export function archiveOf(
  parts: readonly PersonalPart[],
  db: Reader,
  accountId: AccountId,
  now: Date,
): AsyncIterable<Uint8Array> {
  // The library's type wants an intrinsic size or none; both kinds of content are fine for it.
  return makeZip(filesOf(parts, db, accountId, now) as Parameters<typeof makeZip>[0]);
}
