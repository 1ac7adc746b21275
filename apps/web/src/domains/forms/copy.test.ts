import { problemCodes, warningCodes } from '@jena/shared/forms';
import { expect, test } from 'vitest';
import { copy as de } from './copy.de.ts';
import { copy as en } from './copy.en.ts';

test.each([
  ['de', de],
  ['en', en],
] as const)(
  'every problem and warning has a sentence in %s that names its field and limit',
  (_language, copy) => {
    for (const code of problemCodes) {
      const sentence = copy.problems[code]('LABEL', { limit: 'LIMIT', characters: 'CHARS' });
      expect(sentence).toContain('LABEL');
      expect(sentence).not.toContain('undefined');
    }
    for (const code of warningCodes)
      expect(copy.warnings[code]({ limit: 'LIMIT' })).not.toContain('undefined');
  },
);
