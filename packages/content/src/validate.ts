import { checkHandovers } from './handover.ts';
import { checkIssued } from './issued.ts';
import type { RawContent } from './load.ts';
import { type Content, type Problem, parseContent } from './parse.ts';
import { checkReleased } from './released.ts';
import { checkRules } from './rules.ts';
import { checkBundles } from './validate-bundle.ts';
import { checkGraph } from './validate-graph.ts';
import { checkLanguage } from './validate-language.ts';
import { checkPrechecks } from './validate-precheck.ts';
import { checkReferences } from './validate-references.ts';

export type { Content, Problem } from './parse.ts';

/** Every rule over the whole catalogue; no I/O. `content` holds what could be believed, `problems` what a person must mend. */
export function validateContent(raw: RawContent): { content: Content; problems: Problem[] } {
  const { content, problems } = parseContent(raw);
  return {
    content,
    problems: [
      ...problems,
      ...checkDuplicates(content),
      ...checkReferences(content),
      ...checkIssued(content.services, content.forms, content.issued),
      ...checkHandovers(content.services, content.offices, content.handovers),
      ...checkRules(content.services, content.forms, content.rules),
      ...checkPrechecks(content.services, content.forms),
      ...checkBundles(content),
      ...checkReleased(content.forms, content.released),
      ...checkGraph(content),
      ...checkLanguage(content),
    ],
  };
}

function checkDuplicates(content: Content): Problem[] {
  const lists: Record<string, string[]> = {
    services: content.services.map((service) => service.slug),
    guides: content.guides.map((guide) => guide.slug),
    tasks: content.tasks.map((task) => task.id),
    offices: content.offices.map((office) => office.id),
    kitas: content.kitas.map((kita) => kita.id),
    forms: content.forms.map((form) => `${form.slug}@${form.version}`),
    issued: content.issued.map((one) => one.service),
    rules: content.rules.map((rule) => rule.service),
    handovers: content.handovers.map((one) => one.service),
    bundles: content.bundles.map((bundle) => bundle.slug),
    streets: content.streets,
  };
  return Object.entries(lists).flatMap(([where, names]) =>
    names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => ({ rule: 'duplicate', where, detail: name })),
  );
}
