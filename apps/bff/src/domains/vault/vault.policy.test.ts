import { describe, expect, it } from 'vitest';
import { accountQuotaDocuments, admitUpload, safeFileName } from './vault.policy.ts';

describe('a file name', () => {
  it.each([
    ['Mietvertrag.pdf', 'application/pdf', 'Mietvertrag.pdf'],
    ['IMG_0815.JPG', 'image/jpeg', 'IMG_0815.jpg'],
    ['Bestätigung Vermieterin Öz.png', 'image/png', 'Bestätigung Vermieterin Öz.png'],
    ['screenshot.jpg', 'image/png', 'screenshot.png'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Users\\x\\scan.pdf', 'application/pdf', 'scan.pdf'],
    ['rechnung\u202egpj.exe', 'image/jpeg', 'rechnunggpj.jpg'],
    ['a\r\nSet-Cookie: x.jpg', 'image/jpeg', 'aSet-Cookie x.jpg'],
    ['....', 'image/png', 'dokument.png'],
    ['', 'image/png', 'dokument.png'],
    [`${'x'.repeat(500)}.jpg`, 'image/jpeg', `${'x'.repeat(120)}.jpg`],
  ])('%j of type %s becomes %j', (name, type, safe) => {
    expect(safeFileName(name, type)).toBe(safe);
  });
});

describe('an upload', () => {
  it('may begin as long as file and account stay within their limits', () => {
    expect(() => admitUpload(50_000_000, { bytes: 950_000_000, documents: 10 })).not.toThrow();
    expect(() => admitUpload(50_000_001, { bytes: 0, documents: 0 })).toThrow('vault.too_large');
    expect(() => admitUpload(1, { bytes: 1_000_000_000, documents: 10 })).toThrow('vault.quota_exceeded');
    expect(() => admitUpload(1, { bytes: 0, documents: accountQuotaDocuments })).toThrow(
      'vault.quota_exceeded',
    );
  });
});
