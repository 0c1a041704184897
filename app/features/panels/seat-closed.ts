import type { Involvement } from '#app/db/panel-seats.server.ts'
import { dayOf, isPanelOpen, PANEL_CLOSED } from '#app/domain/keyed/panel.ts'

/** Why a member cannot answer, or not any more. */
export function whySeatClosed(
  { closesOn, involvement }: { closesOn: string; involvement: Involvement },
  now: Date,
): string | null {
  if (involvement === 'attempt') return 'You have an attempt at this vignette, so you cannot sit on its panel.'
  if (involvement === 'mark')
    return 'You have practised on this benchmark and seen its consensus, so you cannot judge it here.'
  return isPanelOpen(closesOn, dayOf(now)) ? null : PANEL_CLOSED
}
