import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionCode, digestOf, readDecisionCode } from './code.ts';

describe('the code of a decision', () => {
  it('is read as it was made, however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 32 }), (bytes) => {
        const code = decisionCode(bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
        const read = code.replaceAll('-', '');
        for (const typed of [
          code,
          ` ${code.toLowerCase().replaceAll('-', ' ')} `,
          read.replaceAll('0', 'o').replaceAll('1', 'l'),
        ])
          expect(readDecisionCode(typed)).toBe(read);
      }),
    );
  });

  it.each(['', 'AAAAA', 'AAAAA-AAAAA-AAAAA-AAAAU', 'AAAAA-AAAAA-AAAAA-AAAAAA', '🙂'])(
    'is not %j',
    (typed) => {
      expect(readDecisionCode(typed)).toBeUndefined();
    },
  );

  it('is asked for by its digest', async () => {
    expect(await digestOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});
