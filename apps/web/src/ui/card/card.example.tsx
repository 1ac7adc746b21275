import { Card } from './card.tsx';

export function CardExample() {
  return (
    <>
      <Card>Eine Fläche für das, was zusammengehört.</Card>
      <Card tone="light">Das eine, was jetzt zählt.</Card>
      <Card tone="quiet">Was zurücktritt.</Card>
      <Card tone="night">
        Auf dunklem Grund, mit einem <a href="#Card">Verweis</a>.
      </Card>
    </>
  );
}
