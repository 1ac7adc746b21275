/** Largest file a person may send; a phone shrinks photographs before that. */
export const maxUploadBytes = 50_000_000;
/** What all documents of one person may weigh together. */
export const accountQuotaBytes = 1_000_000_000;
/** So many folders of their own a person can have. */
export const maxFolders = 30;
/** Longest name of a folder, in characters. */
export const maxFolderName = 60;
/** Largest picture that is decoded, in pixels: stops image bombs. */
export const maxImagePixels = 50_000_000;
export const acceptedMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
