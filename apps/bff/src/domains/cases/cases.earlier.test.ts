import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { openProduct } from '../../testing/product.ts';
import { application } from './cases.testing.ts';

const lena = citizenActor();
const other = citizenActor();

describeOnBothDialects('what a person said in earlier applications', (open) => {
  it('is told to them, the newest word first, and to nobody else', async () => {
    const product = await openProduct({ store: await open() });
    const { as } = product;
    expect(await as(lena).cases.earlierAnswers({})).toEqual({});
    const input = await application(product, lena);
    await as(lena).cases.submit(input);
    product.clock.advance(60_000);
    const again = await application(product, lena);
    const answers = { ...again.answers, email: 'neu@example.org' };
    await as(lena).cases.submit({ ...again, answers });
    const said = await as(lena).cases.earlierAnswers({});
    expect(said.email).toEqual(['neu@example.org']);
    expect(said.address?.slice(0, 2)).toEqual([
      input.answers['neu_strasse'],
      input.answers['neu_hausnummer'],
    ]);
    expect(await as(other).cases.earlierAnswers({})).toEqual({});
  });
});
