import {
  askOnInput,
  automationViewSchema,
  personHasIt,
  ruleInput,
  settleOnInput,
  wantPersonInput,
} from '@jena/shared/automation';
import { caseNotInState } from '@jena/shared/cases';
import { DomainError, toInstant } from '@jena/shared/kernel';
import { z } from 'zod';
import { citizenMutation, router, staffMutation, staffQuery } from '../../platform/trpc.ts';
import type { AutomaticCases } from '../cases/index.ts';
import { automationView } from './automation.overview.ts';
import {
  askToSwitchOn,
  confirmOn,
  dropOn,
  type SwitchDeps,
  startTrial,
  switchOff,
} from './automation.switch.ts';

const nothing = z.object({}).optional();
const done = z.object({});

export type AutomationRouterDeps = SwitchDeps & { cases: AutomaticCases };

export const createAutomationRouter = (deps: AutomationRouterDeps) =>
  router({
    overview: staffQuery('operator', { audit: 'none' })
      .input(nothing)
      .output(automationViewSchema)
      .query(({ ctx }) => automationView(deps, ctx.store.read, ctx.actor)),

    simulate: staffMutation('operator', { audit: 'automation.simulation_started' })
      .input(ruleInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await startTrial(deps, ctx.tx, input);
        return {};
      }),

    askOn: staffMutation('operator', { audit: 'automation.switch_on_asked' })
      .input(askOnInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await askToSwitchOn(deps, ctx.tx, ctx.actor, input);
        return {};
      }),

    confirmOn: staffMutation('operator', { audit: 'automation.switch_on_confirmed' })
      .input(settleOnInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await confirmOn(deps, ctx.tx, ctx.actor, input);
        return {};
      }),

    dropOn: staffMutation('operator', { audit: 'automation.switch_on_dropped' })
      .input(settleOnInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await dropOn(deps, ctx.tx, ctx.actor, input);
        return {};
      }),

    switchOff: staffMutation('operator', { audit: 'automation.switched_off_called' })
      .input(ruleInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await switchOff(deps, ctx.tx, ctx.actor, input.rule);
        return {};
      }),

    /** GDPR Art. 22 (3): from now on a person decides. */
    wantPerson: citizenMutation({ audit: 'none' })
      .input(wantPersonInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        try {
          const row = await deps.cases.wantPerson(ctx.tx, ctx.actor, input.caseId);
          if (row.caseworkerId !== null) throw personHasIt();
        } catch (error) {
          if (error instanceof DomainError && error.code === caseNotInState.code) throw personHasIt();
          throw error;
        }
        await deps.automation.addWish(ctx.tx, input.caseId, toInstant(deps.clock.now()));
        return {};
      }),
  });
