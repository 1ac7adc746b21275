import { folderName, isSameFolderName, maxFolderName, type VaultFolder } from '@jena/shared/vault';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { foldersCopy } from '../folders.copy.ts';
import { documentTypeCopy } from '../types.copy.ts';

/** The question what a folder is called; a name that stands over another folder already is refused here. */
export function useFolderName(folders: readonly VaultFolder[], before?: VaultFolder) {
  const copy = useCopy(foldersCopy);
  const topics = Object.values(useCopy(documentTypeCopy).folder);
  const [typed, setTyped] = useState(before?.name ?? '');
  const [error, setError] = useState<string>();

  /** `undefined` when it cannot be called so; why stands beside the field. */
  function read(): string | undefined {
    const name = folderName(typed);
    const others = folders.filter(({ id }) => id !== before?.id).map((folder) => folder.name);
    const taken = [...topics, ...others].find((other) => isSameFolderName(other, name));
    const wrong = name === '' ? copy.nameMissing : taken && copy.nameTaken(taken);
    setError(wrong);
    return wrong === undefined ? name : undefined;
  }

  const field = (
    <TextField
      name="ordner"
      label={copy.nameLabel}
      hint={copy.nameHint}
      error={error}
      value={typed}
      maxLength={maxFolderName}
      onChange={setTyped}
    />
  );
  return { read, field };
}
