import { type KeptEntry, listKept } from '#app/db/retention.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { daysBetween, todayIn } from '#app/domain/portfolio/days.ts'
import { PORTFOLIO_KINDS } from '#app/domain/portfolio/entry.ts'
import { DAYS_KEPT_AFTER_REMOVAL, erasedFrom, YEARS_KEPT } from '#app/domain/portfolio/retention.ts'
import { kindNames } from '#app/domain/portfolio/words.ts'

/** What falls due within this time is shown by name. */
const SHOWN_DAYS = 366
const MOST_SHOWN = 20

/** How long each class of record is kept, how much of it the actor has, and what is erased next. */
export async function viewRetention(actor: Actor, now: Date) {
  const kept = await listKept(actor.id)
  const today = todayIn(actor.timeZone, now)
  const due = kept
    .map((entry) => ({
      id: entry.id,
      name: nameOf(entry),
      isTakenOut: entry.removedOn !== null,
      on: erasedFrom(entry),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  return {
    classes: PORTFOLIO_KINDS.map((kind) => ({
      kind,
      name: kindNames[kind].many,
      years: YEARS_KEPT[kind],
      count: kept.filter((entry) => entry.kind === kind).length,
    })),
    daysAfterRemoval: DAYS_KEPT_AFTER_REMOVAL,
    takenOut: kept.filter(({ removedOn }) => removedOn !== null).length,
    total: kept.length,
    next: due.filter(({ on }) => daysBetween(today, on) <= SHOWN_DAYS).slice(0, MOST_SHOWN),
    firstOn: due[0]?.on ?? null,
    isHeld: kept.some(({ isHeld }) => isHeld),
  }
}

function nameOf({ kind, code, body }: KeptEntry): string {
  const { one } = kindNames[kind]
  if (code) return `${one} ${code}`
  return kind === 'training' || kind === 'reflection' ? `${one}: ${body.title}` : one
}
