import type { Language } from '@jena/shared/kernel';
import type { PushPayload } from '@jena/shared/notifications';
import { pageUrl } from '../notifications/index.ts';
import { copy as de } from './assistant.copy.de.ts';
import { copy as en } from './assistant.copy.en.ts';

export type AssistantCopy = Record<'morning' | 'day' | 'offer' | 'reason' | 'yes' | 'off', string>;
const copies: Record<Language, AssistantCopy> = { de, en };

/** Until when people here say "Guten Morgen". */
const morningEnds = '11:00';

/** „Soll ich helfen?“ – with the reason why it comes, and the way to switch it off. */
export function greetingPayload(clock: string, language: Language, publicOrigin: string): PushPayload {
  const words = copies[language];
  const hanfried = pageUrl(publicOrigin, language, '/?hanfried=1');
  return {
    web_push: 8030,
    notification: {
      title: clock < morningEnds ? words.morning : words.day,
      body: `${words.offer}\n${words.reason}`,
      navigate: hanfried,
      lang: language,
      tag: 'hanfried',
      actions: [
        { action: 'yes', title: words.yes, navigate: hanfried },
        { action: 'off', title: words.off, navigate: pageUrl(publicOrigin, language, '/konto/mitteilungen') },
      ],
    },
  };
}
