import type { Context } from '../context.ts'
import { anyOf } from '../evaluate-groups.ts'
import type { Standing } from '../evaluated.ts'
import type { TreatmentsRule } from '../rules.ts'
import { candidatesOf } from './candidates.ts'
import { chooseForRoute } from './choose-for-route.ts'
import { routePart } from './route-part.ts'

/**
 * Treatments that count together: for every route the cases that leave the least to do, with their supervision divided in the best
 * way, and the route that leaves the least of all.
 */
export function evaluateTreatments(rule: TreatmentsRule, context: Context): Standing {
  const candidates = candidatesOf(rule, context)
  const routes = rule.routes.map((route) => routePart(rule, route, chooseForRoute(rule, route, candidates), candidates))
  const standing = anyOf(routes)
  return { ...standing, notCounted: [...candidates.refused, ...standing.notCounted] }
}
