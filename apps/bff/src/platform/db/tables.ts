import { accountTables } from '../../domains/account/account.tables.ts';
import { automationTables } from '../../domains/automation/automation.tables.ts';
import { coSignTables } from '../../domains/cases/cases.co-sign.tables.ts';
import { deskTables } from '../../domains/cases/cases.desk.tables.ts';
import { duplicateTables } from '../../domains/cases/cases.duplicates.tables.ts';
import { searchTables } from '../../domains/cases/cases.search.tables.ts';
import { caseTables } from '../../domains/cases/cases.tables.ts';
import { formTables } from '../../domains/forms/forms.tables.ts';
import { handoverTables } from '../../domains/handover/handover.tables.ts';
import { identityTables } from '../../domains/identity/identity.tables.ts';
import { indicatorTables } from '../../domains/indicators/indicators.tables.ts';
import { mandateTables } from '../../domains/mandates/mandates.tables.ts';
import { notificationTables } from '../../domains/notifications/notifications.tables.ts';
import { vaultTables } from '../../domains/vault/vault.tables.ts';
import { type Dialect, type Kit, kitFor } from './kit.ts';
import { platformTables } from './platform.tables.ts';

/** Every table of the product, in one dialect: a domain adds its factory here, and nowhere else. */
export const allTables = (k: Kit) => ({
  ...platformTables(k),
  ...accountTables(k),
  ...automationTables(k),
  ...caseTables(k),
  ...coSignTables(k),
  ...deskTables(k),
  ...duplicateTables(k),
  ...formTables(k),
  ...handoverTables(k),
  ...identityTables(k),
  ...indicatorTables(k),
  ...mandateTables(k),
  ...notificationTables(k),
  ...searchTables(k),
  ...vaultTables(k),
});

export type AppTables = ReturnType<typeof allTables>;

const built = new Map<Dialect, AppTables>();

/** The table set of a dialect, built once. */
export function tablesFor(dialect: Dialect): AppTables {
  const known = built.get(dialect);
  if (known !== undefined) return known;
  const tables = allTables(kitFor(dialect));
  built.set(dialect, tables);
  return tables;
}
