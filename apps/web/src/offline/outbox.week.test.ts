import type { SubmitInput } from '@jena/shared/cases';
import type { AccountId, DocumentId } from '@jena/shared/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { addFile, saveDraft } from './drafts.ts';
import { driveEntry } from './outbox.drive.ts';
import { listEntries } from './outbox.store.ts';
import { server } from './outbox.testing.ts';
import { enqueueSubmission } from './outbox.ts';
import { rememberOwner } from './owner.ts';
import { account, aDraft, emptyPhone, restartPhone, seededRandom } from './testing.ts';
import type { UploadJob, UploadResult } from './uploads.ts';

beforeEach(emptyPhone);

describe('a hard week', () => {
  test('200 applications with 3 files each, with kills, lost answers and bad servers: none lost, none doubled, none seen by others', async () => {
    const chance = seededRandom(2026);
    const city = server();
    const people: AccountId[] = [account(1), account(2), account(3)];
    const wanted = new Map<string, AccountId>();
    for (let number = 0; number < 200; number++) {
      const person = people[number % people.length] as AccountId;
      await rememberOwner(person);
      const draft = aDraft({ answers: { familyName: `Person ${number}` } });
      await saveDraft(draft);
      const files = [];
      for (let page = 0; page < 3; page++) {
        files.push(
          await addFile(draft.id, 'confirmation', new Blob([new Uint8Array(50)]), `${number}-${page}.jpg`),
        );
      }
      await enqueueSubmission({ ...draft, files: { confirmation: files } }, { language: 'de' });
      wanted.set(`Person ${number}`, person);
    }

    const submittedBy = new Map<string, AccountId>();
    let clock = Date.parse('2026-11-23T10:00:00.000Z');
    for (let round = 0; round < 400 && city.cases.size < 200; round++) {
      const person = people[round % people.length] as AccountId;
      await rememberOwner(person);
      const phone = { dead: false };
      const never = new Promise<never>(() => undefined);
      /** Lets a call through, breaks it before, breaks it after, or kills the phone on either side. */
      const risky = async <T>(call: () => Promise<T>, broken: () => T): Promise<T> => {
        const fate = chance();
        if (phone.dead) return never;
        if (fate < 0.02) phone.dead = true;
        else if (fate < 0.06) return broken();
        if (phone.dead) return never;
        const result = await call();
        if (fate > 0.98) phone.dead = true;
        else if (fate > 0.94) return broken();
        return phone.dead ? never : result;
      };
      const lost = (): never => {
        throw chance() < 0.5 ? new TypeError('Failed to fetch') : city.fail(502);
      };
      clock += 600_000;
      const deps = {
        uploadEndpoint: '/uploads/',
        now: () => new Date(clock),
        random: chance,
        online: () => chance() > 0.02,
        documentState: (id: DocumentId) => risky(() => city.documentState(id), lost),
        sendFile: (job: UploadJob) =>
          risky<UploadResult>(
            () => city.sendFile(job),
            () => ({ kind: 'failed', failure: { kind: 'offline' } }),
          ),
        addEvidence: city.addEvidence,
        describe: city.describe,
        submit: (input: SubmitInput) =>
          risky(async () => {
            const receipt = await city.submit(input);
            submittedBy.set(String(input.answers.familyName), person);
            return receipt;
          }, lost),
      };
      for (const { id, owner } of await listEntries()) {
        expect(owner).toBe(person);
        await Promise.race([driveEntry(id, deps, true), untilDead(phone)]);
        if (phone.dead) break;
      }
      await restartPhone();
    }

    expect(city.cases.size).toBe(200);
    const names = [...city.cases.values()].map(({ input }) => String(input.answers.familyName));
    expect(new Set(names).size).toBe(200);
    expect(submittedBy).toEqual(wanted);
    expect(city.uploads.size).toBe(600);
  }, 120_000);
});

async function untilDead(phone: { dead: boolean }): Promise<void> {
  while (!phone.dead) await new Promise((resolve) => setTimeout(resolve, 1));
}
