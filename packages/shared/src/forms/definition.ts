import type { Text } from '../kernel/index.ts';

/** A condition on answers. Fields are named as in the definition; `ageLt` compares a birth date with today. */
export type Condition =
  | {
      field: string;
      op: 'eq' | 'gt' | 'lt' | 'contains' | 'ageLt' | 'childAgeLt';
      value: string | number | boolean;
    }
  | { field: string; op: 'in'; value: readonly (string | number)[] }
  | { field: string; op: 'notEmpty' }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

export type Option = { value: string; label: Text };

export type FieldType =
  | 'text'
  | 'textarea'
  | 'email'
  | 'tel'
  | 'number'
  /** Euros as typed, stored as integer cents; `min` and `max` are euros. */
  | 'money'
  | 'iban'
  | 'date'
  | 'radio'
  | 'select'
  | 'multiselect'
  | 'checkbox'
  | 'checkboxGroup'
  | 'file'
  | 'group';

/** Dates: 'today', 'today+7', 'today-14' or a Day. */
export type Rules = {
  min?: number | string;
  max?: number | string;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  oneOf?: readonly string[];
  mustBe?: true;
  /** Only warns, never blocks: an expired card, a move long ago. */
  warnBefore?: string;
  warnAfter?: string;
  accept?: readonly string[];
  maxFiles?: number;
  /** Of a list in which several may be chosen; their order is kept, so that it can be a ranking. */
  maxChoices?: number;
  /** Spaces are taken out and letters made capital: serial numbers. */
  compact?: true;
  /** Only characters that every register can store (DIN 91379, data type A). */
  charset?: 'din91379';
  /** What a person reads when a rule fails, where the general sentence would not help. */
  message?: Text;
  warning?: Text;
};

export type Field = {
  name: string;
  type: FieldType;
  label: Text;
  hint?: Text;
  /** The answer to „Warum fragen wir das?“ */
  why?: Text;
  required: boolean;
  options?: readonly Option[];
  /** Options that are too many to write down: the names of Jena's streets, the states of the world, the Kitas. */
  codeList?: 'streets' | 'countries' | 'kitas';
  rules?: Rules;
  showWhen?: Condition;
  /** The answer that stands there at first, e.g. the town's name. */
  initial?: string;
  /** The page of the product that a person should have read before answering. */
  reading?: 'datenschutz';
  /** HTML autocomplete token (WCAG 1.3.5). */
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  width?: 'short' | 'medium' | 'full';
  /** Which fact of the online ID card, or of the represented business, answers this. */
  prefill?: PrefillSource;
  /** What the card says → the answer's code ('ID' → 'pa'); a value that is missing here is not prefilled. */
  prefillMap?: Readonly<Record<string, string>>;
  /** Fields of one item, and how often the group repeats, for `group`. */
  fields?: readonly Field[];
  repeat?: {
    min: number;
    max: number /** The number of items is this answer minus `minus`. */;
    countFrom?: string;
    minus?: number;
  };
  /** The evidence of the service that this file is. */
  evidence?: string;
  /** Not the photograph, which only a studio may make, but the printed code under which the studio left it. */
  takes?: 'photoCode';
};

export type PrefillSource =
  | 'card.familyName'
  | 'card.birthName'
  | 'card.givenNames'
  | 'card.birthDate'
  | 'card.birthPlace'
  | 'card.nationality'
  | 'card.documentType'
  | 'card.validUntil'
  | 'card.address.street'
  | 'card.address.houseNumber'
  | 'card.address.postcode'
  | 'card.address.town'
  | 'contact.email'
  | 'contact.phone'
  | 'business.name'
  | 'business.registerNumber';

export type FormPage = {
  id: string;
  title: Text;
  intro?: Text;
  showWhen?: Condition;
  fields: readonly Field[];
};

/** A form is data: pages in order, shown when their conditions hold. A released version never changes. */
export type FormDefinition = {
  slug: string;
  version: number;
  title: Text;
  pages: readonly FormPage[];
  /** A second person signs by a link and their own login; left out where one signature is enough. */
  coSign?: CoSignRule;
};

/** `when`: on which answers; always when left out. `who` signs, as people call them. */
export type CoSignRule = { when?: Condition; who: Text };
