import { readKeptFacts } from '#app/db/pathway-facts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { type Timeline, timelineOf } from '#app/domain/portfolio/timeline.ts'

/** What one person practised, over time. Nothing while there is none. One statement. */
export async function viewTimeline(actor: Pick<Actor, 'id' | 'timeZone'>, now: Date): Promise<Timeline | undefined> {
  const { people } = await readKeptFacts([actor.id])
  return timelineOf(people[0]?.entries ?? [], todayIn(actor.timeZone, now))
}
