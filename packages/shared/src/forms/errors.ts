import { defineError } from '../kernel/index.ts';

/** Also for the drafts of others, so that nobody learns which ids exist. */
export const draftNotFound = defineError('forms.draft_not_found', 'not_found');
export const draftTooLarge = defineError('forms.draft_too_large', 'too_large');
export const tooManyDrafts = defineError('forms.too_many_drafts', 'conflict');
