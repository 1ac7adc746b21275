import { fillLetter, type LetterUse, type LetterValue } from '@jena/shared/cases';
import { withTemplate } from '../case/reason.ts';
import { deskCopy } from '../copy.desk.de.ts';
import { letterBlocks } from './blocks.de.ts';

type LetterBlocksProps = {
  use: LetterUse;
  /** What the case knows; a block that needs more is put in with its place open, which keeps it from being sent. */
  values: Partial<Record<LetterValue, string>>;
  text: string;
  onText: (text: string) => void;
};

/** Text blocks to put into what is being written. */
export function LetterBlocks({ use, values, text, onText }: LetterBlocksProps) {
  return (
    <fieldset className="panel-templates">
      <legend>{deskCopy.letters.legend}</legend>
      {letterBlocks
        .filter(({ uses }) => uses.includes(use))
        .map((block) => (
          <button
            type="button"
            className="panel-template"
            key={block.id}
            onClick={() => onText(withTemplate(text, fillLetter(block.text, values).text))}
          >
            {block.name}
          </button>
        ))}
    </fieldset>
  );
}
