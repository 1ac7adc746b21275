// Makes the keys of a sandbox in the folder given, so that many sandboxes may begin with them.
import { ensurePki } from './pki.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
await ensurePki(folder);
