import { Disclosure } from './disclosure.tsx';

export function DisclosureExample() {
  return (
    <div>
      <Disclosure summary="Quellen und Stand">Stadt Jena, Stand März 2025.</Disclosure>
      <Disclosure summary="Warum fragen wir das?" look="inline">
        Weil die Antwort bestimmt, welche Unterlagen Sie brauchen.
      </Disclosure>
    </div>
  );
}
