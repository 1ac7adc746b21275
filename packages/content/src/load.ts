import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Blocks, expandForm } from './blocks.ts';

/** One file of the data folder, parsed but not yet believed. */
export type DataFile = { file: string; value: unknown /** Why it cannot be read at all. */; fault?: string };

/** Everything that stands in `data/`, as written there. */
export type RawContent = {
  services: DataFile[];
  guides: DataFile[];
  /** The forms as editors write them, then the versions that were released before. */
  forms: DataFile[];
  issued: DataFile[];
  rules: DataFile[];
  handovers: DataFile[];
  bundles: DataFile[];
  tasks: DataFile;
  offices: DataFile;
  kitas: DataFile;
  emergency: DataFile;
  vocabulary: DataFile;
  sources: DataFile;
  streets: DataFile;
  released: DataFile;
};

/** Released versions of forms that a newer one has taken the place of, whole, with their blocks. */
export const archive = 'archive';

export const dataDirectory = fileURLToPath(new URL('../data/', import.meta.url));

function readOne(directory: string, file: string): DataFile {
  return { file, value: JSON.parse(readFileSync(`${directory}/${file}`, 'utf8')) };
}

function readFolder(directory: string, folder: string): DataFile[] {
  return readdirSync(`${directory}/${folder}`)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.cases.json'))
    .sort()
    .map((name) => readOne(directory, `${folder}/${name}`));
}

/** Forms, or what has pages like one, with their blocks taken in; what cannot be taken in is no form. */
function readForms(directory: string, folder: string): DataFile[] {
  const blocks: Blocks = new Map(
    readFolder(directory, 'blocks').map(({ file, value }) => [
      basename(file, '.json'),
      value as Record<string, unknown>[],
    ]),
  );
  return readFolder(directory, folder).map(({ file, value }) => {
    try {
      return { file, value: expandForm(value, blocks) };
    } catch (error) {
      return { file, value: null, fault: (error as Error).message };
    }
  });
}

/** Reads the data folder. Throws when a file is missing or is no JSON; what it says is checked by `validate.ts`. */
export function loadContent(directory: string = dataDirectory): RawContent {
  return {
    services: readFolder(directory, 'services'),
    guides: readFolder(directory, 'guides'),
    forms: [
      ...readForms(directory, 'forms'),
      ...(existsSync(`${directory}/${archive}`) ? readFolder(directory, archive) : []),
    ],
    issued: readFolder(directory, 'issued'),
    rules: readFolder(directory, 'rules'),
    handovers: readFolder(directory, 'handover'),
    bundles: readForms(directory, 'bundles'),
    tasks: readOne(directory, 'tasks.json'),
    offices: readOne(directory, 'offices.json'),
    kitas: readOne(directory, 'kitas.json'),
    emergency: readOne(directory, 'emergency.json'),
    vocabulary: readOne(directory, 'vocabulary.json'),
    sources: readOne(directory, 'sources.json'),
    streets: readOne(directory, 'streets.json'),
    released: readOne(directory, 'released.json'),
  };
}
