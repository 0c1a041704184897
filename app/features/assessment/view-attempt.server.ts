import { loadVersions, rubricVersion, writtenVersion } from '#app/content/catalogue.server.ts'
import { discussionHtml } from '#app/content/render-prose.server.tsx'
import type { PublishedRubric } from '#app/content/schemas.ts'
import { promptsOf } from '#app/content/vignettes.ts'
import { findOwnAttempt, type HandedInAttempt } from '#app/db/own-attempts.server.ts'
import type { AttemptState } from '#app/domain/attempts.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Decision, decideMark, type Mark } from '#app/domain/rubric.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { type CaseText, caseText } from './view-answer-page.server.ts'

export type GivenMark = Mark & { decision: Decision }

/** All that is told with the marks, and not before them. */
export type Feedback = {
  releasedAt: Date | null
  marks: GivenMark[]
  rubric: Pick<PublishedRubric, 'title' | 'criteria' | 'global' | 'criticalErrors'>
  discussionHtml: string
}

export type AttemptPage = {
  state: Exclude<AttemptState, 'open'>
  submittedAt: Date | null
  declaration: string | null
  case: CaseText
  answers: { id: string; label: string; help: string; document: RichDocument }[]
  feedback: Feedback | null
}

/**
 * One of the actor's own attempts as it was handed in, with the feedback once it is released. `open`: it is still being
 * written, on another page.
 * @throws 404 for a number that is not among the actor's attempts.
 */
export async function viewAttempt(
  actor: Pick<Actor, 'id'>,
  at: { slug: string; number: number },
): Promise<AttemptPage | 'open'> {
  const attempt = await findOwnAttempt(actor.id, at)
  if (!attempt) throw new Response('There is no such attempt of yours.', { status: 404 })
  if (attempt.state === 'open') return 'open'
  await loadVersions([attempt.vignetteVersionId, attempt.rubricVersionId])
  const vignette = await writtenVersion(attempt.vignetteVersionId)
  return {
    state: attempt.state,
    submittedAt: attempt.submittedAt,
    declaration: attempt.declaration,
    case: caseText(vignette),
    answers: promptsOf(vignette).flatMap(({ id, label, help }) => {
      const document = attempt.answers[id] as RichDocument | undefined
      return document ? [{ id, label, help, document }] : []
    }),
    feedback: attempt.state === 'released' ? await feedbackOn(attempt) : null,
  }
}

async function feedbackOn(attempt: HandedInAttempt): Promise<Feedback> {
  const { title, criteria, global, criticalErrors, pass } = await rubricVersion(attempt.rubricVersionId)
  const decide = ({ hasPassed, ...mark }: HandedInAttempt['marks'][number]): GivenMark => ({
    ...mark,
    // The reasons are worked out again; whether it is passed is what was decided when the mark was locked.
    decision: { ...decideMark({ criteria, criticalErrors, pass }, mark), hasPassed },
  })
  return {
    releasedAt: attempt.releasedAt,
    marks: attempt.marks.map(decide),
    rubric: { title, criteria, global, criticalErrors },
    discussionHtml: discussionHtml(await writtenVersion(attempt.vignetteVersionId)),
  }
}
