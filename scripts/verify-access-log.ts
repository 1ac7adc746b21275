// `npm run verify-access-log -- FILE [EARLIER]`: checks a saved list „Wer hat meine Daten gesehen“ (JSON), also against
// one saved earlier. Needs no server and no network. Ends with 1 when the list does not hold.
import { readFile } from 'node:fs/promises';
import { type AccessVerdict, accessLogSchema, verifyAccessLog } from '@jena/shared/account';

const faults = {
  content: 'wurde geändert',
  order: 'passt nicht an den davor: es fehlt etwas, oder die Reihenfolge wurde geändert',
  rewritten: 'steht in der früheren Datei anders: die Liste wurde neu geschrieben',
  end: '',
} as const;

const readLog = async (file: string) => accessLogSchema.parse(JSON.parse(await readFile(file, 'utf8')));

function sentence(verdict: AccessVerdict, count: number): string {
  if (!verdict.intact)
    return verdict.at === null
      ? 'Stimmt nicht: Am Ende der Liste fehlt etwas.'
      : `Stimmt nicht: Eintrag ${verdict.at} ${faults[verdict.why]}.`;
  if (!verdict.isComplete) return 'Stimmt nicht: Am Anfang der Liste fehlt etwas.';
  return `Lückenlos: ${count} ${count === 1 ? 'Eintrag' : 'Einträge'}, keiner fehlt, keiner wurde geändert.`;
}

const [file, earlierFile] = process.argv.slice(2);
if (file === undefined) {
  console.error('npm run verify-access-log -- FILE [EARLIER]');
  process.exit(2);
}
const log = await readLog(file);
const verdict = await verifyAccessLog(
  log,
  earlierFile === undefined ? undefined : (await readLog(earlierFile)).head,
);
console.log(sentence(verdict, log.entries.length));
process.exitCode = verdict.intact && verdict.isComplete ? 0 : 1;
