import { ErrorSummary } from './error-summary.tsx';

const errors = [
  {
    fieldId: 'einzug',
    message: 'Der Tag des Einzugs liegt in der Zukunft. Sie können sich erst nach dem Einzug anmelden.',
  },
  { fieldId: 'plz', message: 'Die Postleitzahl fehlt.' },
];

export function ErrorSummaryExample() {
  return <ErrorSummary errors={errors} />;
}
