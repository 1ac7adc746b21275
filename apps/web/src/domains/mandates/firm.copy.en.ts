import type { FirmCopy } from './firm.copy.de.ts';

export const copy: FirmCopy = {
  told: 'What the business account says about your business',
  when: (when) => `Told ${when}`,
  change: 'We use this to fill in forms. You can change it at the tax office.',
  court: (name) => `register court ${name}`,
  field: { name: 'Name', legalForm: 'Legal form', register: 'Register', seat: 'Address' },
  title: 'Business from the business account',
  intro:
    'Log in once with your business’s ELSTER certificate. After that you can act for the business with this account too, for 90 days each time. Nobody gets into your own account with the certificate.',
  go: 'Go on to the business account',
  leaving: 'On to the business account …',
  onlyPeople:
    'This service is for people only, not for businesses. If you need it for yourself, please log out and log in again with your ID card or BundID.',
};
