import { db } from '#app/db/client.server.ts'
import { computeAgreement } from '#app/features/agreement/compute-agreement.server.ts'
import { drawSample, moderate } from '#app/features/review/moderate.server.ts'
import { compareAnswer } from '#app/features/similarity/compare-answer.server.ts'
import type { DemoAnswer, DemoVerdict } from './answers.ts'
import type { FormedCohort } from './cohorts.ts'
import type { Member, Members } from './people.ts'
import { memberOf } from './people.ts'

/** Draws the final marks near the standard, all of them so that it is no matter of chance, and gives the verdicts there are. */
export async function moderateCohort(
  cohort: FormedCohort,
  verdicts: readonly DemoVerdict[],
  { members, moderator, at }: { members: Members; moderator: Member; at: Date },
): Promise<void> {
  await drawSample(cohort.lead.actor, cohort.id, { reason: 'near_pass', count: 500 }, at)
  for (const { answer, verdict, comment } of verdicts) {
    const attemptId = await attemptWith(answer, members)
    const { id } = await db().moderation.findFirstOrThrow({ where: { attemptId }, select: { id: true } })
    const refused = await moderate(moderator.actor, { cohortId: cohort.id, id }, { verdict, comment }, at)
    if (refused) throw new Error(`${answer} could not be moderated: ${refused}`)
  }
}

/** Puts these answers beside the others now; the worker does the same with all of them, and finds nothing twice. */
export async function compareAnswers(keys: readonly string[], members: Members, at: Date): Promise<void> {
  for (const key of keys) await compareAnswer(await attemptWith(key, members), at)
}

/** Works out how far a cohort's markers agree, so that the page has its figures before the worker has begun. */
export async function workOutAgreement(cohort: FormedCohort, answers: Iterable<DemoAnswer>, at: Date): Promise<void> {
  const slugs = [...new Set([...answers].map(({ vignette }) => vignette))]
  const attempts = await db().attempt.findMany({
    where: { cohortId: cohort.id, vignette: { slug: { in: slugs } } },
    distinct: ['vignetteId'],
    select: { vignetteId: true },
  })
  for (const { vignetteId } of attempts) await computeAgreement({ cohortId: cohort.id, vignetteId }, at)
}

/** The first attempt of whoever handed in this answer. */
async function attemptWith(key: string, members: Members): Promise<string> {
  const writer = [...members.values()].find(({ stanceAnswer }) => stanceAnswer === key)
  const { id: userId } = memberOf(members, writer?.key ?? key).actor
  const where = { userId, number: 1, vignette: { slug: 'the-third-cancellation' } }
  return (await db().attempt.findFirstOrThrow({ where, select: { id: true } })).id
}
