import { loadVersions, rubricVersion, writtenVersion } from '#app/content/catalogue.server.ts'
import type { AnchoredMark } from '#app/db/marks.server.ts'
import { findTwoMarks, type Proposal, type TwoMarkRecord } from '#app/db/talks.server.ts'
import { differencesOf, type MarkDifferences } from '#app/domain/mark-differences.ts'
import type { Actor } from '#app/domain/people.ts'
import { type AnswerTexts, anchorsAsShown, answerTexts } from './answer-texts.server.ts'
import { type ShownScript, showScript } from './shown-script.server.ts'
import { type ShownRubric, shownRubric } from './view-script.server.ts'

/** Two marks side by side. For one of their markers the own one comes first. */
export type TwoMarks = {
  differences: MarkDifferences
  marks: readonly [AnchoredMark, AnchoredMark]
  /** What the two are called for whoever looks. */
  names: readonly [string, string]
}

export type DifferencesView = TwoMarks & {
  code: string
  isAdjudicator: boolean
  script: ShownScript
  rubric: ShownRubric
  isTalkOpen: boolean
  proposals: Proposal[]
  final: TwoMarkRecord['final']
}

/**
 * Both marks of a script with where they differ, for its two markers and for whoever decides as the third. Nobody is named.
 * @throws 404 for anybody else, and for everybody until both marks are locked.
 */
export async function viewDifferences(actor: Actor, code: string): Promise<DifferencesView> {
  const record = await findTwoMarks({ code, markerId: actor.id })
  if (record?.marks.length !== 2) throw new Response('There are no two marks to compare.', { status: 404 })
  await loadVersions([record.vignetteVersionId, record.rubricVersionId])
  const vignette = await writtenVersion(record.vignetteVersionId)
  const rubric = await rubricVersion(record.rubricVersionId)
  const texts = await answerTexts({ ...record, benchmarkVersionId: null }, vignette)
  const { isAdjudicator, isTalkOpen, proposals, final } = record
  return {
    code,
    isAdjudicator,
    script: showScript(texts, vignette),
    rubric: shownRubric(rubric),
    ...twoMarks(record, shownRubric(rubric), texts),
    isTalkOpen,
    proposals,
    final,
  }
}

/** @throws unless both are there. */
function twoMarks({ marks, isAdjudicator }: TwoMarkRecord, rubric: ShownRubric, texts: AnswerTexts): TwoMarks {
  const [one, other] = isAdjudicator ? marks : marks.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
  if (!one || !other) throw new Error('one of the two marks is missing')
  const shown = ({ isOwn: _, ...mark }: (typeof marks)[number]): AnchoredMark => ({
    ...mark,
    anchors: anchorsAsShown(texts, mark.anchors),
  })
  return {
    differences: differencesOf(rubric, one, other),
    marks: [shown(one), shown(other)],
    names: isAdjudicator ? ['First mark', 'Second mark'] : ['Yours', 'The other marker'],
  }
}
