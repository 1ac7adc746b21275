export const copy = {
  how: 'So wurde geprüft',
  rule: (title: string, version: number) => `Regel „${title}“, Fassung ${version}`,
  law: (ref: string) => `Grundlage: ${ref}.`,
  did: {
    approve: 'Eine Regel hat alles geprüft und genehmigt. Niemand musste dafür etwas tun.',
    prepared: 'Eine Regel hat alles geprüft. Es passt. Jetzt entscheidet ein Mensch.',
    ask: 'Eine Regel hat geprüft. Eine Unterlage fehlt noch.',
    person: 'Eine Regel hat geprüft. Jetzt sieht sich das ein Mensch an.',
  },
  why: (reason: string) => `Grund: ${reason}`,
  reason: {
    person_wanted: 'Sie möchten, dass ein Mensch entscheidet.',
    represented: 'Jemand hat den Antrag für eine andere Person gestellt.',
    form_changed: 'Das Formular hat sich geändert, die Regel noch nicht.',
    register_down: 'Das Melderegister hat nicht geantwortet.',
    rule_failed: 'Die Regel ließ sich nicht anwenden.',
    looks_repeated:
      'Sie haben schon einen ähnlichen Antrag gestellt. Eine Person sieht nach, ob Sie dasselbe meinen.',
    needs_look: 'Eine Person sieht sich die Angaben noch einmal an.',
    asked_before: 'Die nachgereichte Unterlage passt noch nicht.',
  } as Record<string, string>,
  result: { holds: 'erfüllt', fails: 'nicht erfüllt', unknown: 'nicht zu prüfen' },
  person: {
    title: 'Lieber ein Mensch?',
    text: 'Bei diesem Antrag prüft zuerst eine Regel. Sie kann nie ablehnen. Möchten Sie, dass von Anfang an ein Mensch entscheidet? Das kann länger dauern.',
    button: 'Ein Mensch soll entscheiden',
    working: 'Wird weitergegeben …',
    done: 'Ihr Antrag geht jetzt an einen Menschen. Sie müssen nichts weiter tun.',
  },
};

export type AutomationCopy = typeof copy;
