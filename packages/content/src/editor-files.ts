import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { editorSchemas } from './editor-schemas.ts';
import { dataDirectory } from './load.ts';

const data = 'packages/content/data';
const schemas = 'packages/content/schemas';

/** The files that `npm run schemas` writes, by their path in the repository: a schema each, and VS Code's list of them. */
export function editorFiles(): Record<string, string> {
  const blocks = readdirSync(`${dataDirectory}/blocks`).map((file) => basename(file, '.json'));
  const made = Object.entries(editorSchemas(blocks));
  const text = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const list = made.map(([name, { files }]) => ({
    fileMatch: files.map((file) => (file.startsWith('!') ? `!${data}/${file.slice(1)}` : `${data}/${file}`)),
    url: `./${schemas}/${name}.schema.json`,
  }));
  return {
    ...Object.fromEntries(made.map(([name, { schema }]) => [`${schemas}/${name}.schema.json`, text(schema)])),
    '.vscode/settings.json': text({ 'json.schemas': list }),
  };
}
