import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { Prompt, Provenance, Turn, WrittenVignette } from '#app/content/vignette-schema.ts'
import { interventionAt } from '#app/content/vignettes.ts'
import { withKeysInOrder } from '#app/domain/json.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import type { AnswerTexts } from './answer-texts.server.ts'

export type GateChoice = 'go-on' | 'step-back'
export type ShownAnswer = { id: string; label: string; help: string; document: RichDocument }

/** A case and what was written on it, as whoever marks it may see it. */
export type ShownScript = {
  title: string
  provenance: Provenance
  warning: string | undefined
  situationHtml: string
  transcript: Turn[]
  /** Which turn, from 0, is to be put right; null where none is. */
  intervention: number | null
  /** What was chosen before the six steps, beside what the authors would choose. */
  gate: {
    question: string
    choice: GateChoice | undefined
    authors: { answer: GateChoice; because: string }
  } | null
  /** One stage, or those of an unfolding vignette: what was written, and what was said then. */
  stages: { answers: ShownAnswer[]; reply: Turn[] }[]
}

/** A script without its writer's name. Nothing tells a gold one from any other. */
export function showScript({ byPrompt, gate }: AnswerTexts, vignette: WrittenVignette): ShownScript {
  const shown = ({ id, label, help }: Prompt): ShownAnswer[] => {
    const document = byPrompt.get(id)?.shown
    // The database keeps keys in an order of its own, which would tell what comes from there from what comes from a benchmark.
    return document ? [{ id, label, help, document: withKeysInOrder(document) }] : []
  }
  return {
    title: vignette.title,
    provenance: vignette.provenance,
    warning: vignette.warning?.text,
    situationHtml: situationHtml(vignette),
    transcript: vignette.transcript,
    intervention: vignette.kind === 'rewrite' ? interventionAt(vignette.transcript) : null,
    gate: gateOf(vignette, gate),
    stages:
      vignette.kind === 'unfolding'
        ? vignette.stages.map(({ prompts, then: reply }) => ({ answers: prompts.flatMap(shown), reply }))
        : [{ answers: vignette.prompts.flatMap(shown), reply: [] }],
  }
}

/** Every answer of a script in its order. */
export const answersOf = ({ stages }: Pick<ShownScript, 'stages'>): ShownAnswer[] =>
  stages.flatMap(({ answers }) => answers)

function gateOf(vignette: WrittenVignette, chosen: unknown): ShownScript['gate'] {
  if (vignette.kind !== 'six-steps' || !vignette.gate) return null
  const { question, answer, because } = vignette.gate
  const choice = chosen === 'go-on' || chosen === 'step-back' ? chosen : undefined
  return { question, choice, authors: { answer, because } }
}
