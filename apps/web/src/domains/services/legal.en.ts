import type { LegalCopy } from './legal.de.ts';

const demo = 'This is a demonstration. The city fills in the operator’s details before the portal goes live.';

export const copy: LegalCopy = {
  imprint: {
    title: 'Legal notice',
    lead: 'Who is responsible for this service.',
    demo,
    parts: [
      {
        heading: 'Information under section 5 DDG',
        text: [
          'Operator: [City of Jena – name and address of the responsible office]',
          'Represented by: [the mayor]',
          'E-mail and phone: [contact of the responsible office]',
          'VAT identification number: [if there is one]',
        ],
      },
      {
        heading: 'Content',
        text: [
          'Information on services and offices names its source and date. What the office has not confirmed yet is marked.',
          'Drawings and icons belong to the portal. The typeface Fira Sans is under the SIL Open Font License 1.1.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    lead: 'Which data we need, what for, and what you can decide.',
    demo,
    parts: [
      {
        heading: 'Without logging in',
        text: [
          'You can read and search everything without cookies and without us knowing you. Search runs on your device; what you type does not leave it.',
          'Ticks in the guides and applications you have begun stay on your device until you submit something.',
          'How often a service is opened, begun and rated is counted without an identifier and without storing your IP address. The figures and how they come about are under “Transparency”.',
        ],
      },
      {
        heading: 'When you log in',
        text: [
          'After login we set one cookie that is needed for your session (section 25 (2) no. 2 TDDDG).',
          'A second cookie lets us know your device again. With it we warn you when somebody logs in to your account with another device. It stays for 400 days at most and serves nothing else.',
          'We process what you submit in order to handle your application (Article 6 (1) (c) and (e) GDPR). Your answers and files are stored encrypted.',
          'Who in the administration has looked at your data is listed in your account under “Access”.',
        ],
      },
      {
        heading: 'Notifications',
        text: [
          'We send notifications to your device only if you allow it. They contain no personal details. You can switch them off in your account.',
        ],
      },
      {
        heading: 'Your rights',
        text: [
          'You can ask for access, correction, erasure and restriction, and take your data with you (Articles 15 to 20 GDPR).',
          'Data protection officer: [contact]. The Thuringian commissioner for data protection and freedom of information also takes complaints.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use this portal.',
    demo,
    parts: [
      {
        heading: 'Where we stand',
        text: [
          'We build to WCAG 2.2 level AA and EN 301 549. The portal works with a keyboard, a screen reader, large text, high contrast and without motion.',
          'Still missing: texts in easy-to-read language and videos in sign language. An independent audit is still to come.',
        ],
      },
      {
        heading: 'Something does not work?',
        text: [
          'Write to us: [contact of the accessibility office]. We answer within two weeks and help you another way at once.',
          'If we cannot agree, turn to the enforcement body of the state: [contact of the enforcement body in Thuringia].',
        ],
      },
    ],
  },
};
