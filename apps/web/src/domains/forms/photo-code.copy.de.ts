export const copy = {
  title: 'Bitte den Ausdruck, nicht Ihr Gesicht',
  text: 'Fotografieren Sie das Blatt mit dem kleinen Muster aus Quadraten (Data-Matrix-Code), das Sie im Fotostudio bekommen haben. Mit diesem Code holt die Behörde Ihr Foto ab. Nur sie kann ihn lesen.',
  howTitle: 'So bekommen Sie einen Code',
  how: 'Gehen Sie in ein Fotostudio oder einen Drogeriemarkt, der Passfotos digital an Behörden sendet. Fragen Sie nach dem „digitalen Passfoto mit Code“. Bringen Sie den Ausdruck auch zum Termin mit.',
  terminals: 'Ein Foto-Gerät steht hier:',
  found: 'Den Code haben wir erkannt.',
  missing:
    'Auf diesem Bild erkennen wir keinen Code. Prüfen Sie: Ist das Muster ganz zu sehen, scharf und ohne Spiegelung? Ist alles gut zu sehen, machen Sie einfach weiter.',
};
