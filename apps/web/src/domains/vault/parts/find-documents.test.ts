import type { DocumentId, Instant } from '@jena/shared/kernel';
import { newId } from '@jena/shared/kernel';
import { type DocumentDetails, documentFolders, noDetails, type VaultDocument } from '@jena/shared/vault';
import { describe, expect, it } from 'vitest';
import { copy as names } from '../types.copy.de.ts';
import { byFolder, byOwnFolder, findDocuments } from './find-documents.ts';

function paper(name: string, details: Partial<DocumentDetails> = {}): VaultDocument {
  return {
    id: newId<'document'>() as DocumentId,
    name,
    mediaType: 'application/pdf',
    bytes: 1000,
    state: 'available',
    refusal: null,
    held: false,
    issuedByCity: false,
    pages: 1,
    hasPreview: false,
    details: { ...noDetails, ...details },
    folderId: null,
    createdAt: '2026-11-23T09:00:00.000Z' as Instant,
  };
}

const vault = [
  paper('Müllers Vertrag.pdf', { type: 'rental_contract', issuer: 'jenawohnen GmbH' }),
  paper('Mia.pdf', { type: 'birth_certificate', issuer: 'Standesamt Jena' }),
  paper('Bescheid.pdf'),
];
const found = (words: string) => findDocuments(vault, words, names).map(({ name }) => name);

describe('the search in the vault', () => {
  it('finds by name, kind, folder and issuer, as people type', () => {
    expect(found('muller')).toEqual(['Müllers Vertrag.pdf']);
    expect(found('GEBURT')).toEqual(['Mia.pdf']);
    expect(found('wohnen')).toEqual(['Müllers Vertrag.pdf']);
    expect(found('jena standes')).toEqual(['Mia.pdf']);
  });

  it('wants every word, and shows everything when nothing was typed', () => {
    expect(found('mia vertrag')).toEqual([]);
    expect(found('  ')).toHaveLength(3);
  });

  it("knows the person's own folders, also empty ones; what is in none lies where its kind belongs", () => {
    const createdAt = '2026-11-23T09:00:00.000Z' as Instant;
    const move = { id: newId<'folder'>(), name: 'Umzug nach Lobeda', createdAt };
    const empty = { id: newId<'folder'>(), name: 'Leer', createdAt };
    const [contract, ...others] = vault;
    const filed = { ...(contract as VaultDocument), folderId: move.id };
    const lost = { ...paper('Alt.pdf'), folderId: newId<'folder'>() };
    const documents = [filed, ...others, lost];
    const { own, rest } = byOwnFolder(documents, [move, empty]);
    expect(own.map((group) => group.documents.map(({ name }) => name))).toEqual([[filed.name], []]);
    expect(rest).toEqual([...others, lost]);
    expect(findDocuments(documents, 'lobeda', names, [move, empty])).toEqual([filed]);
  });

  it('lays every document into one folder and shows no empty ones', () => {
    const groups = byFolder(vault);
    expect(groups.map(({ folder }) => folder)).toEqual(['family', 'home', 'other']);
    expect(groups.flatMap(({ documents }) => documents)).toHaveLength(3);
    expect(documentFolders).toContain(groups[0]?.folder);
  });
});
