import { Stepper } from './stepper.tsx';

export function StepperExample() {
  return <Stepper step={3} of={7} name="Ihre neue Wohnung" />;
}
