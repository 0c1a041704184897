import type { Prompt, Turn, WrittenVignette } from '#app/content/vignette-schema.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { type Answers, documentOf } from './answers.ts'

/** What a written vignette asks for at once. */
export type Asked = {
  prompts: Prompt[]
  /** The question before the steps; never its answer. */
  gate: { question: string } | null
  /** Where it unfolds: which stage this is, from 0, and of how many. */
  stage: { at: number; of: number } | null
}

/** Everything, or of an unfolding vignette the stage that is under way: nothing of a later one. */
export function askedAt(vignette: WrittenVignette, lockedStages: number): Asked {
  if (vignette.kind === 'unfolding') {
    const { stages } = vignette
    return { prompts: stages[lockedStages]?.prompts ?? [], gate: null, stage: { at: lockedStages, of: stages.length } }
  }
  const gate = vignette.kind === 'six-steps' && vignette.gate ? { question: vignette.gate.question } : null
  return { prompts: vignette.prompts, gate, stage: null }
}

export const isLastStage = ({ stage }: Asked): boolean => stage === null || stage.at === stage.of - 1

export type ShownAnswer = { id: string; label: string; help: string; document: RichDocument }

/** What was written to these prompts, those without an answer left out. */
export const shownAnswers = (prompts: readonly Prompt[], answers: Readonly<Record<string, unknown>>): ShownAnswer[] =>
  prompts.flatMap(({ id, label, help }) => {
    const document = documentOf(answers, id)
    return document ? [{ id, label, help, document }] : []
  })

/** A stage that is over: what was written, and what was said after it. */
export type UnfoldedStage = { answers: ShownAnswer[]; reply: Turn[] }

/** The stages that are over, in their order. Empty for a vignette that does not unfold. */
export function unfoldedStages(
  vignette: WrittenVignette,
  locked: readonly Readonly<Record<string, unknown>>[],
): UnfoldedStage[] {
  if (vignette.kind !== 'unfolding') return []
  return locked.flatMap((answers, at) => {
    const stage = vignette.stages[at]
    return stage ? [{ answers: shownAnswers(stage.prompts, answers), reply: stage.then }] : []
  })
}

/** The answers of all stages as one. */
export const joinStages = (stages: readonly Readonly<Record<string, unknown>>[]): Answers =>
  Object.assign({}, ...stages) as Answers
