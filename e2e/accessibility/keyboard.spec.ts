import { Form } from '../support/form.ts';
import { Keyboard } from '../support/hands.ts';
import { fillsForm, lenasAnswers } from '../support/lena.ts';
import { Photographer } from '../support/photographer.ts';
import { expect, test } from '../support/test.ts';

test('someone without a mouse or a touch gets through the whole form, camera included', async ({
  citizen,
}) => {
  test.slow();
  const { page } = citizen;
  const keyboard = new Keyboard(page);
  await citizen.logsIn('Amadou Keïta');
  await citizen.opens('/dienste/wohnsitz-anmelden');
  await keyboard.press(page.getByRole('link', { name: 'Online beantragen' }));
  await keyboard.press(page.getByRole('link', { name: 'Antrag beginnen' }));
  const means = { form: new Form(page, keyboard), camera: new Photographer(page, keyboard) };
  await fillsForm(means, lenasAnswers());
  await keyboard.press(page.getByRole('button', { name: 'Antrag absenden' }));
  await citizen.getsReceipt();
});

test('the first stop of the keyboard leads past the header', async ({ citizen }) => {
  const { page } = citizen;
  await citizen.opens('/dienste');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
