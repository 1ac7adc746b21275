import { useState } from 'react';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '../choice/choice.tsx';
import { DateField } from '../date-field/date-field.tsx';
import { TextArea, TextField } from '../text-field/text-field.tsx';

const homes = [
  { value: 'alleinig', label: 'Alleinige Wohnung', hint: 'Sie haben nur diese eine.' },
  { value: 'haupt', label: 'Hauptwohnung' },
  { value: 'neben', label: 'Nebenwohnung' },
];

export function FieldsExample() {
  const [name, setName] = useState('Ada');
  const [story, setStory] = useState('');
  const [home, setHome] = useState('haupt');
  const [many, setMany] = useState<string[]>(['haupt']);
  const [day, setDay] = useState('2026-11-01');
  const [agreed, setAgreed] = useState(false);
  return (
    <>
      <TextField
        name="name"
        label="Vorname"
        value={name}
        onChange={setName}
        autoComplete="given-name"
        origin="vom Online-Ausweis übernommen"
      />
      <TextField
        name="plz"
        label="Postleitzahl"
        hint="Fünf Ziffern"
        error="Diese Postleitzahl gehört nicht zu Jena. Prüfen Sie die Ziffern."
        value="01234"
        onChange={() => {}}
        inputMode="numeric"
        width="short"
      />
      <TextArea
        name="story"
        label="Möchten Sie etwas ergänzen?"
        optional
        value={story}
        onChange={setStory}
        limit={200}
      />
      <RadioGroup
        name="home"
        label="Welche Wohnung melden Sie an?"
        options={homes}
        value={home}
        onChange={setHome}
        why="Davon hängt ab, wo Sie wählen und wo Sie Steuern zahlen."
      />
      <CheckboxGroup name="many" label="Was trifft zu?" options={homes} values={many} onChange={setMany} />
      <Select name="select" label="Familienstand" options={homes} value={home} onChange={setHome} />
      <DateField
        name="day"
        label="Tag des Einzugs"
        hint="Zum Beispiel 1 11 2026"
        value={day}
        onChange={setDay}
      />
      <Checkbox name="agreed" label="Meine Angaben sind richtig." checked={agreed} onChange={setAgreed} />
    </>
  );
}
