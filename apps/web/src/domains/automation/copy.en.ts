import type { AutomationCopy } from './copy.de.ts';

export const copy: AutomationCopy = {
  how: 'How it was checked',
  rule: (title, version) => `Rule “${title}”, version ${version}`,
  law: (ref) => `Basis: ${ref}.`,
  did: {
    approve: 'A rule checked everything and approved. Nobody had to do anything for it.',
    prepared: 'A rule checked everything. It fits. Now a person decides.',
    ask: 'A rule checked. One paper is still missing.',
    person: 'A rule checked. Now a person looks at it.',
  },
  why: (reason) => `Reason: ${reason}`,
  reason: {
    person_wanted: 'You want a person to decide.',
    represented: 'Somebody applied on behalf of another person.',
    form_changed: 'The form has changed, the rule has not yet.',
    register_down: 'The civil register did not answer.',
    rule_failed: 'The rule could not be applied.',
    looks_repeated: 'You handed in a similar application before. A person looks whether you mean the same.',
    needs_look: 'A person takes another look at the details.',
    asked_before: 'The paper you sent does not fit yet.',
  },
  result: { holds: 'met', fails: 'not met', unknown: 'could not be checked' },
  person: {
    title: 'Would you rather have a person?',
    text: 'With this application a rule checks first. It can never reject. Would you like a person to decide from the start? That may take longer.',
    button: 'A person should decide',
    working: 'Passing it on …',
    done: 'Your application now goes to a person. There is nothing more you need to do.',
  },
};
