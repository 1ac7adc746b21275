import { parse } from 'regexparam';
import type { Params, RouteDef } from './page.ts';

type Rule = { keys: string[]; pattern: RegExp };

const parsed = new Map<string, Rule>();

/** Finds the route of a path (without language) and its parameters; the first match wins. */
export function matchRoute(
  routes: readonly RouteDef[],
  path: string,
): { route: RouteDef; params: Params } | undefined {
  for (const route of routes) {
    const rule: Rule = parsed.get(route.path) ?? parse(route.path);
    parsed.set(route.path, rule);
    const match = rule.pattern.exec(path);
    if (!match) continue;
    const params: Record<string, string> = { ...route.params };
    rule.keys.forEach((key, index) => {
      const value = match[index + 1];
      if (value !== undefined) params[key] = decodeURIComponent(value);
    });
    return { route, params };
  }
  return undefined;
}
