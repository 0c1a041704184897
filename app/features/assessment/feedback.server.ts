import { rubricVersion } from '#app/content/catalogue.server.ts'
import { discussionHtml } from '#app/content/render-prose.server.tsx'
import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import type { HandedInAttempt, OwnFinalMark, WordsOfMarker } from '#app/db/own-results.server.ts'
import { readAnchors } from '#app/domain/anchors.ts'
import { type Decision, decideMark, type Mark } from '#app/domain/rubric.ts'
import { type ComparedRating, compareOwnRating } from '#app/domain/self-rating.ts'
import { withAdoptedCut } from '#app/domain/standard-setting/adopted-cut.ts'

export type RubricForReading = Pick<PublishedRubric, 'title' | 'criteria' | 'global' | 'criticalErrors'>

/** The mark in force with its reasons, in the words of its rubric. */
export type GivenMark = Mark &
  Pick<OwnFinalMark, 'kind' | 'because'> & {
    decision: Decision
    rubric: RubricForReading
    /** What each marker wrote on passages, by the prompt whose answer has them. */
    notes: Record<string, NoteOnPassage[]>
    /** What each marker wrote. */
    markers: Omit<WordsOfMarker, 'anchors'>[]
  }

/** A marker's comment on a passage; offsets count in the answer's plain text. */
export type NoteOnPassage = { from: number; to: number; text: string; about: string | null; isSecond: boolean }

export type EarlierMark = Pick<OwnFinalMark, 'kind' | 'because' | 'globalLevel' | 'hasPassed' | 'decidedAt'>

/** All that is told with the marks, and not before them. */
export type Feedback = {
  releasedAt: Date | null
  /** Null where an attempt came to its release without one. */
  mark: GivenMark | null
  /** Those that were in force before, the latest first: nothing is hidden of them. */
  earlier: EarlierMark[]
  /** One's own rating beside the mark. */
  comparison: ComparedRating | null
  discussionHtml: string
}

/** The feedback on a released attempt whose writer has rated it. The versions that it names are in memory. */
export async function feedbackOn(attempt: HandedInAttempt, vignette: WrittenVignette): Promise<Feedback> {
  const [inForce, ...earlier] = attempt.finalMarks
  const mark = inForce ? await givenMark(inForce) : null
  const { selfRating } = attempt
  return {
    releasedAt: attempt.releasedAt,
    mark,
    earlier: earlier.map(({ kind, because, globalLevel, hasPassed, decidedAt }) => ({
      ...{ kind, because, globalLevel, hasPassed, decidedAt },
    })),
    comparison: mark && selfRating && compareOwnRating(mark.rubric.criteria, selfRating, mark),
    discussionHtml: discussionHtml(vignette),
  }
}

async function givenMark(final: OwnFinalMark): Promise<GivenMark> {
  const { title, criteria, global, criticalErrors, pass } = await rubricVersion(final.rubricVersionId)
  const { hasPassed, kind, because, ratings, globalLevel, comment } = final
  const { because: reasons } = decideMark(
    withAdoptedCut({ criteria, criticalErrors, pass }, final.cut ?? undefined),
    final,
  )
  return {
    ...{ kind, because, ratings, globalLevel, comment, criticalErrors: final.criticalErrors },
    // The reasons are worked out again; whether it is passed is what was decided when the mark was made.
    decision: { hasPassed, because: reasons },
    rubric: { title, criteria, global, criticalErrors },
    notes: notesOf(final.markers, criteria),
    markers: final.markers.map(({ anchors: _, ...words }) => words),
  }
}

function notesOf(markers: readonly WordsOfMarker[], criteria: RubricForReading['criteria']): GivenMark['notes'] {
  const notes = markers.flatMap(({ anchors }, place) =>
    readAnchors(JSON.stringify(anchors)).map(({ promptId, from, to, text, criterionId }) => {
      const about = criteria.find(({ id }) => id === criterionId)?.title ?? null
      return { promptId, from, to, text, about, isSecond: place > 0 }
    }),
  )
  return Object.groupBy(notes, ({ promptId }) => promptId) as GivenMark['notes']
}
