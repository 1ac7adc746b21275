import { Notice } from './notice.tsx';

export function NoticeExample() {
  return (
    <>
      <Notice title="Gut zu wissen">Ihre Eingaben sind auf diesem Gerät gespeichert.</Notice>
      <Notice tone="success" title="Ihr Antrag ist angekommen" />
      <Notice tone="warning">Die Frist endet am Do, 3. Dezember.</Notice>
      <Notice tone="danger" title="Das Foto ist zu groß">
        Es ist 40 MB groß, erlaubt sind 10 MB. Nehmen Sie es noch einmal auf.
      </Notice>
    </>
  );
}
