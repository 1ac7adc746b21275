import { useId } from 'react';
import './progress-bar.css';

type ProgressBarProps = {
  /** What goes on, in words: „Foto wird gesendet – 1,2 von 3,4 MB“. Always shown. */
  label: string;
  /** Without a value the bar only says that something goes on. */
  value?: number | undefined;
  max?: number;
};

/** Progress in words, with a bar. */
export function ProgressBar({ label, value, max = 1 }: ProgressBarProps) {
  const id = useId();
  return (
    <div className="progress">
      <label className="progress-words" htmlFor={id}>
        {label}
      </label>
      <progress className="progress-bar" id={id} value={value} max={max} />
    </div>
  );
}
