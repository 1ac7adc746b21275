import type { addressSchema, CardData } from '@jena/shared/account';
import { isDay } from '@jena/shared/kernel';
import type { Element } from '@xmldom/xmldom';
import type { z } from 'zod';
import { child, childText } from '../xml/xml.ts';

type Address = z.infer<typeof addressSchema>;

/** `eid:PersonalData` as the product keeps it. What was not read, or the card does not hold, is null. */
export function cardFromPersonalData(data: Element | undefined): CardData {
  const validUntil = childText(data, 'DateOfExpiry')?.slice(0, 10) ?? null;
  return {
    familyName: childText(data, 'FamilyNames'),
    birthName: childText(data, 'BirthName'),
    givenNames: childText(data, 'GivenNames'),
    academicTitle: childText(data, 'AcademicTitle'),
    birthDate: birthDate(child(child(data, 'DateOfBirth'), 'DateString')?.textContent ?? ''),
    birthPlace: birthPlace(child(data, 'PlaceOfBirth')),
    nationality: childText(data, 'Nationality'),
    documentType: childText(data, 'DocumentType'),
    validUntil: validUntil !== null && isDay(validUntil) ? validUntil : null,
    address: address(child(data, 'PlaceOfResidence')),
  };
}

/** 'YYYYMMDD' on the card; unknown parts are spaces: '1950    ' is the year alone. Returns '1964-08-12', '1950-06', '1950' or null. */
export function birthDate(onCard: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})?(\d{2})?\s*$/.exec(onCard) ?? [];
  return [year, month, day].filter((part) => part !== undefined).join('-') || null;
}

function birthPlace(place: Element | undefined): string | null {
  return childText(place, 'FreetextPlace') ?? childText(child(place, 'StructuredPlace'), 'City');
}

/** Null when the card holds none (`NoPlaceInfo`: no main residence in Germany). */
function address(place: Element | undefined): Address | null {
  const free = childText(place, 'FreetextPlace');
  if (free !== null) {
    return { street: null, houseNumber: null, postcode: null, town: null, country: null, place: free };
  }
  const structured = child(place, 'StructuredPlace');
  if (structured === undefined) return null;
  return {
    ...splitStreet(childText(structured, 'Street')),
    postcode: childText(structured, 'ZipCode'),
    town: childText(structured, 'City'),
    country: childText(structured, 'Country'),
    place: null,
  };
}

const houseNumberAtEnd = /^(.+?),?\s+(\d+\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d*\s?[a-zA-Z]?)*)$/;

/** The card writes street and house number in one line; forms ask for them apart. No number at the end: all is street. */
export function splitStreet(line: string | null): { street: string | null; houseNumber: string | null } {
  const [, street, houseNumber] = houseNumberAtEnd.exec(line ?? '') ?? [];
  if (street === undefined || houseNumber === undefined) return { street: line, houseNumber: null };
  return { street, houseNumber: houseNumber.trim() };
}
