import { createHash } from 'node:crypto';

/** The harmless test file that every scanner reports (eicar.org). In two parts, so that no scanner reports this source. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-${'ANTIVIRUS-TEST-FILE!$H+H*'}`;

/** ClamAV's extended format `name:any file type:anywhere:hex`: found inside pictures and PDFs too. */
export const ownSignatures = `Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString('hex')}\n`;

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** One file of a tar archive (POSIX ustar): a header of 512 bytes, then the content filled up to the next 512. */
function tarred(name: string, content: Buffer, seconds: number): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write(`${seconds.toString(8).padStart(11, '0')}\0`, 136);
  head.write('        0', 148);
  head.write('ustar\u000000', 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/**
 * Signatures of our own in ClamAV's container, to be stored as `daily.cud`: an unsigned container that carries a version
 * and a date as the official `daily.cvd` does, which Debian does not ship and which needs a network to fetch.
 */
export function datedSignatures(madeAt: Date): Buffer {
  const seconds = Math.floor(madeAt.getTime() / 1000);
  // Name, build time for people, version, signatures, engine level, checksum, signature, builder, build time.
  const describe = (checksum: string) =>
    `ClamAV-VDB:01 Jan 2026 00-00 +0000:1:1:90:${checksum}:X:sandbox:${seconds}`;
  const signatures = Buffer.from(ownSignatures);
  const info = Buffer.from(`${describe('X')}\ndaily.ndb:${signatures.length}:${sha256(signatures)}\n`);
  const archive = Buffer.concat([
    tarred(
      'COPYING',
      Buffer.from('Signatures of the sandbox. They find nothing but the EICAR test file.\n'),
      seconds,
    ),
    tarred('daily.info', info, seconds),
    tarred('daily.ndb', signatures, seconds),
    Buffer.alloc(1024),
  ]);
  const head = Buffer.alloc(512, ' ');
  head.write(describe(createHash('md5').update(archive).digest('hex')));
  return Buffer.concat([head, archive]);
}
