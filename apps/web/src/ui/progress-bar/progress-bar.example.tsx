import { ProgressBar } from './progress-bar.tsx';

export function ProgressBarExample() {
  return (
    <>
      <ProgressBar label="Foto wird gesendet – 1,2 von 3,4 MB" value={1.2} max={3.4} />
      <ProgressBar label="Ihr Foto wird geprüft" />
    </>
  );
}
