import type { Citizen } from './citizen.ts';

/** Days from today as 'YYYY-MM-DD', by the calendar of Jena. */
export function dayFromToday(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(day);
}

export const landlordQuestion = 'Wohnungsgeberbestätigung';

type Means = Pick<Citizen, 'form' | 'camera'>;
type Step = { title: string; answer: (person: Means) => Promise<void> };

/**
 * Wohnsitz anmelden as Lena Okonkwo answers it, who moved from Weimar to Jena. `prefilled` answers come from her card;
 * without it she types them.
 */
export function lenasAnswers({ prefilled = false, photographs = true } = {}): Step[] {
  return [
    {
      title: 'Wohnung und Einzug',
      async answer({ form }) {
        await form.chooses('Welche Wohnung melden Sie an?', 'Alleinige Wohnung');
        await form.dates('Wann sind Sie eingezogen?', dayFromToday(-5));
      },
    },
    {
      title: 'Ihre neue Adresse in Jena',
      async answer({ form }) {
        await form.types('Straße', 'Wagnergasse');
        await form.types('Hausnummer', '12a');
        await form.types('Postleitzahl', '07743');
        await form.types('Ort', 'Jena');
      },
    },
    {
      title: 'Woher Sie kommen',
      answer: ({ form }) => form.chooses('Ziehen Sie aus dem Ausland nach Jena?', 'Nein'),
    },
    {
      title: 'Ihre bisherige Adresse',
      async answer({ form }) {
        if (prefilled) return;
        await form.types('Straße', 'Schillerstraße');
        await form.types('Hausnummer', '3');
        await form.types('Postleitzahl', '99423');
        await form.types('Ort', 'Weimar');
      },
    },
    {
      title: 'Was wird aus der bisherigen Wohnung?',
      answer: ({ form }) => form.chooses('Behalten Sie die bisherige Wohnung?', 'Nein'),
    },
    {
      title: 'Angaben zu Ihnen',
      async answer({ form }) {
        if (prefilled) return;
        await form.types('Familienname', 'Okonkwo');
        await form.types('Alle Vornamen', 'Lena');
        await form.dates('Geburtsdatum', '1994-03-07');
        await form.types('Geburtsort', 'Erfurt');
      },
    },
    {
      title: 'Staatsangehörigkeit und Familienstand',
      async answer({ form }) {
        if (!prefilled) {
          await form.picksOneOf('Welche Staatsangehörigkeiten haben Sie?', 'Deutschland');
        }
        await form.picks('Geschlecht', 'weiblich');
        await form.picks('Familienstand', 'ledig');
        await form.picks('Gehören Sie einer dieser Religionsgemeinschaften an?', 'keine oder eine andere');
      },
    },
    {
      title: 'Ihr Ausweis',
      async answer({ form }) {
        if (!prefilled) await form.picks('Welches Dokument haben Sie?', 'Personalausweis');
        await form.types('Seriennummer', 'L01X00T47');
        if (!prefilled) await form.dates('Gültig bis', '2031-10-31');
      },
    },
    {
      title: 'Wer zieht um?',
      answer: ({ form }) => form.types('Wie viele Personen ziehen zusammen um?', '1'),
    },
    {
      title: 'Bestätigung der Vermieterin oder des Vermieters',
      async answer({ form, camera }) {
        await form.types('Wer vermietet Ihnen die Wohnung?', 'Wohnbau Jena');
        if (!photographs) return;
        await camera.photographs();
        await camera.isDone();
      },
    },
    { title: 'Wer Ihre Daten nicht bekommen soll', answer: async () => undefined },
    {
      title: 'Wie wir Sie erreichen',
      answer: ({ form }) => form.types('E-Mail-Adresse', 'lena@example.org'),
    },
    {
      title: 'Ihre Erklärungen',
      async answer({ form }) {
        await form.ticks('Ich versichere, dass meine Angaben vollständig und richtig sind.');
        await form.ticks('Ich habe die Datenschutzhinweise gelesen.');
      },
    },
  ];
}

/** Answers page by page up to a page (not that one), or all of them up to the review. */
export async function fillsForm(citizen: Means, steps: readonly Step[], until?: string): Promise<void> {
  for (const step of steps) {
    if (step.title === until) return;
    await citizen.form.isOn(step.title);
    await step.answer(citizen);
    await citizen.form.goesOn();
  }
  await citizen.form.isOn(until ?? 'Prüfen und absenden');
}
