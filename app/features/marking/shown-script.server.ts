import { benchmarkVersion } from '#app/content/catalogue.server.ts'
import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { Prompt, Provenance, Turn, WrittenVignette } from '#app/content/schemas.ts'
import { caseTextOf, interventionAt } from '#app/content/vignettes.ts'
import type { ScriptOfMarker } from '#app/db/marks.server.ts'
import { plainDocument, type RichDocument } from '#app/rich-text/document.ts'
import { maskNames } from '#app/rich-text/mask-names.ts'

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

type Written = Pick<ScriptOfMarker, 'answers' | 'benchmarkVersionId' | 'writerName'>

/**
 * A script without its writer's name. A gold script's answers are its benchmark's, in the same form: nothing tells one from
 * the other.
 */
export async function showScript(script: Written, vignette: WrittenVignette): Promise<ShownScript> {
  const answers = script.answers ?? (await answersOfBenchmark(script.benchmarkVersionId))
  const { writerName } = script
  const caseText = caseTextOf(vignette)
  const shown = ({ id, label, help }: Prompt): ShownAnswer[] => {
    const document = answers[id] as RichDocument | undefined
    if (!document) return []
    return [{ id, label, help, document: writerName === null ? document : maskNames(document, writerName, caseText) }]
  }
  return {
    title: vignette.title,
    provenance: vignette.provenance,
    warning: vignette.warning?.text,
    situationHtml: situationHtml(vignette),
    transcript: vignette.transcript,
    intervention: vignette.kind === 'rewrite' ? interventionAt(vignette.transcript) : null,
    gate: gateOf(vignette, answers.gate),
    stages:
      vignette.kind === 'unfolding'
        ? vignette.stages.map(({ prompts, then: reply }) => ({ answers: prompts.flatMap(shown), reply }))
        : [{ answers: vignette.prompts.flatMap(shown), reply: [] }],
  }
}

/** Every answer of a script in its order. */
export const answersOf = ({ stages }: Pick<ShownScript, 'stages'>): ShownAnswer[] =>
  stages.flatMap(({ answers }) => answers)

async function answersOfBenchmark(versionId: string | null): Promise<Record<string, unknown>> {
  if (!versionId) return {}
  const { gate, ...answers } = (await benchmarkVersion(versionId)).answers
  const documents = Object.entries(answers).map(([promptId, text]) => [promptId, plainDocument(text)])
  return { ...Object.fromEntries(documents), gate }
}

function gateOf(vignette: WrittenVignette, chosen: unknown): ShownScript['gate'] {
  if (vignette.kind !== 'six-steps' || !vignette.gate) return null
  const { question, answer, because } = vignette.gate
  const choice = chosen === 'go-on' || chosen === 'step-back' ? chosen : undefined
  return { question, choice, authors: { answer, because } }
}
