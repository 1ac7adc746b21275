import { describe, expect, it } from 'vitest';
import { addressOf, languageOf } from './request-meta.ts';

describe('a client’s address', () => {
  const headers = new Headers({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2' });
  it('is the socket’s when no proxy is trusted, whatever the client writes', () => {
    expect(addressOf(headers, '198.51.100.1', 0)).toBe('198.51.100.1');
  });
  it('is what the trusted proxies appended, not what stood there before', () => {
    expect(addressOf(headers, '10.0.0.3', 2)).toBe('203.0.113.7');
    expect(addressOf(new Headers(), '10.0.0.3', 2)).toBe('10.0.0.3');
  });
});

describe('a client’s language', () => {
  it.each([
    ['en-GB,de;q=0.5', 'en'],
    ['fr, uk, de-AT', 'de'],
    ['fr', 'de'],
    ['', 'de'],
  ])('of "%s" is %s', (accept, language) => {
    expect(languageOf(new Headers({ 'accept-language': accept }))).toBe(language);
  });
  it('is the one the app says, before the browser’s', () => {
    expect(languageOf(new Headers({ 'accept-language': 'de', 'x-jena-language': 'en' }))).toBe('en');
  });
});
