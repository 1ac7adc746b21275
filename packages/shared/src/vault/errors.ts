import { defineError } from '../kernel/index.ts';

export const documentNotFound = defineError('vault.not_found', 'not_found');
export const documentTooLarge = defineError('vault.too_large', 'too_large');
export const notAPictureOrPdf = defineError('vault.not_a_picture_or_pdf', 'bad_input');
export const tooManyPixels = defineError('vault.too_many_pixels', 'bad_input');
export const documentDamaged = defineError('vault.damaged', 'bad_input');
export const activeContent = defineError('vault.active_content', 'bad_input');
/** The virus scanner found something. */
export const infected = defineError('vault.infected', 'bad_input');
export const quotaExceeded = defineError('vault.quota_exceeded', 'too_large');
/** None of the person's own folders, or one that was deleted. */
export const folderNotFound = defineError('vault.folder_not_found', 'not_found');
export const folderExists = defineError('vault.folder_exists', 'conflict');
export const tooManyFolders = defineError('vault.too_many_folders', 'conflict');
export const documentInUse = defineError('vault.in_use', 'conflict');
