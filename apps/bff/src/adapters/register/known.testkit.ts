import { type PersonQuery, type RegisterAnswer, RegisterError, type RegisterPort } from './port.ts';

/** A register that says what the test put into it, counts who is asked about, and may be away. */
export function knownRegister(): RegisterPort & {
  answer: RegisterAnswer;
  isDown: boolean;
  readonly asked: PersonQuery[];
} {
  const register = {
    isConfigured: true,
    answer: { status: 'not_found' } as RegisterAnswer,
    isDown: false,
    asked: [] as PersonQuery[],
    async find(query: PersonQuery) {
      register.asked.push(query);
      if (register.isDown) throw new RegisterError('unreachable');
      return register.answer;
    },
  };
  return register;
}
