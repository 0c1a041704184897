import { selfRatingField } from '#app/domain/self-rating.ts'
import { rateOwnAnswer } from '#app/features/assessment/rate-own-answer.server.ts'
import type { DemoAnswer } from './answers.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'

/** Rates the own answer, before the marks are shown. */
export async function rate(member: Member, answer: DemoAnswer, number: number, clock: Clock): Promise<void> {
  const { selfRating, vignette: slug } = answer
  if (!selfRating || member.unrated) return
  const levels = Object.entries(selfRating.ratings).map(([id, level]) => [
    selfRatingField.level(id),
    level === null ? 'not-rateable' : `${level}`,
  ])
  const fields = { ...Object.fromEntries(levels), [selfRatingField.globalLevel]: `${selfRating.global}` }
  const refused = await rateOwnAnswer(member.actor, { slug, number }, fields, clock.after(5))
  if (refused) throw new Error(`${member.key} could not rate ${answer.key}: ${JSON.stringify(refused.faults)}`)
}
