import { DomainError } from '@jena/shared/kernel';
import { documentDamaged, maxImagePixels, tooManyPixels } from '@jena/shared/vault';
import sharp, { type Sharp } from 'sharp';
import { type HeifPort, HeifTooLarge, HeifUnreadable } from '../../adapters/heif/port.ts';
import { previewEdge } from './vault.policy.ts';

export type PictureType = 'image/jpeg' | 'image/png';
export type CleanPicture = { content: readonly [Buffer]; preview: Buffer };

function open(file: Buffer): Sharp {
  return sharp(file, { limitInputPixels: maxImagePixels, failOn: 'warning' });
}

function encode(picture: Sharp, type: PictureType): Sharp {
  return type === 'image/png'
    ? picture.png({ compressionLevel: 9 })
    : picture.flatten({ background: '#fff' }).jpeg({ quality: 88, mozjpeg: false });
}

/**
 * Decodes a picture and writes it anew: upright, without the place and device it was taken with, and without anything
 * that hides behind its pixels (ASVS 14.2.8, 5.2.6).
 * @throws vault.too_many_pixels before anything is decoded; vault.damaged
 */
export async function cleanPicture(file: Buffer, type: PictureType): Promise<CleanPicture> {
  try {
    const { width, height } = await open(file).metadata();
    if (width * height > maxImagePixels) throw tooManyPixels({ maxPixels: maxImagePixels });
    const content = await encode(open(file).autoOrient(), type).toBuffer();
    return { content: [content], preview: await smallOf(content) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const message = error instanceof Error ? error.message : '';
    throw message.includes('exceeds pixel limit')
      ? tooManyPixels({ maxPixels: maxImagePixels })
      : documentDamaged();
  }
}

/**
 * A HEIC or HEIF photograph as JPEG: decoded elsewhere, so nothing but pixels comes of it.
 * @throws vault.too_many_pixels; vault.damaged
 */
export async function pictureFromHeif(heif: HeifPort, file: Buffer): Promise<CleanPicture> {
  try {
    const { width, height, data } = await heif.decode(file, { maxPixels: maxImagePixels });
    const content = await encode(
      sharp(data, { raw: { width, height, channels: 4 } }),
      'image/jpeg',
    ).toBuffer();
    return { content: [content], preview: await smallOf(content) };
  } catch (error) {
    if (error instanceof HeifTooLarge) throw tooManyPixels({ maxPixels: maxImagePixels });
    if (error instanceof HeifUnreadable) throw documentDamaged();
    throw error;
  }
}

function smallOf(picture: Buffer): Promise<Buffer> {
  return open(picture)
    .resize(previewEdge, previewEdge, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 75 })
    .toBuffer();
}

/** A small picture of a page; null when it cannot be read, for a document may stand without. */
export async function previewOf(page: Buffer): Promise<Buffer | null> {
  const { width = 0, height = 0 } = await open(page)
    .metadata()
    .catch(() => ({}) as { width?: number; height?: number });
  if (width * height === 0 || width * height > maxImagePixels) return null;
  return smallOf(page).catch(() => null);
}
