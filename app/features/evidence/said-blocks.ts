import { askedIn } from '#app/domain/pathway/asked.ts'
import { attestationsOf } from '#app/domain/pathway/turns.ts'
import type { ReflectionBody } from '#app/domain/portfolio/entry.ts'
import type { Block } from '#app/pdf/report/report.ts'
import type { RichNode } from '#app/rich-text/document.ts'
import { textBlocksOf } from '#app/rich-text/plain-text.ts'
import type { Evidence } from './evidence.ts'
import { byDay, section, shortDay } from './parts.ts'

/** What the person reflected and declared, and what others said of them. */
export const saidBlocks = (evidence: Evidence): Block[] => [...reflectionBlocks(evidence), ...declaredBlocks(evidence)]

const prompts = {
  description: 'Description',
  feelings: 'Feelings',
  evaluation: 'Evaluation',
  analysisAndPlan: 'Analysis and plan',
} as const

function reflectionBlocks({ facts, beside, hasReflections }: Evidence): Block[] {
  const written = new Map(beside.reflections.map((one) => [one.id, one]))
  const reflections = facts.documents.filter(({ kind }) => kind !== 'supervisor-statement').sort(byDay)
  const rows = reflections.map(({ id, on, kind }) => [
    written.get(id)?.title ?? 'Erased since',
    kind === 'reflective-report' ? 'Reflective report' : 'Reflection',
    shortDay(on),
  ])
  const texts = hasReflections ? reflections.flatMap(({ id }) => written.get(id) ?? []) : []
  return [
    ...section('Reflections', rows, ['Title', 6], ['Kind', 3], ['Day', 2]),
    ...texts.flatMap((one): Block[] => [{ kind: 'heading', level: 3, text: one.title }, ...textOf(one)]),
  ]
}

const textOf = (reflection: ReflectionBody): Block[] =>
  Object.entries(prompts).flatMap(([id, name]): Block[] => {
    const paragraphs = textBlocksOf(reflection[id as keyof typeof prompts] as RichNode).map(({ text }) => text.trim())
    const said = paragraphs.filter(Boolean).map((text): Block => ({ kind: 'paragraph', text }))
    return said.length > 0 ? [{ kind: 'heading', level: 4, text: name }, ...said] : []
  })

/** That a supervisor spoke is evidence; what was said went to accreditation staff alone. */
function declaredBlocks({ facts, beside, pathway }: Evidence): Block[] {
  const statements = facts.documents.filter(({ kind }) => kind === 'supervisor-statement').sort(byDay)
  const declared = new Map(attestationsOf(pathway.requirements).map(({ id, statement }) => [id, statement]))
  const checked = new Map(askedIn(pathway.requirements).map(({ id, title }) => [id, title]))
  return [
    ...section(
      'Supervisors’ statements',
      statements.map(({ supervisorId, on }) => [
        beside.supervisors.find(({ id }) => id === supervisorId)?.name ?? 'A former supervisor',
        shortDay(on),
      ]),
      ['Supervisor', 6],
      ['Sent to accreditation staff', 4],
    ),
    ...section(
      'Declarations',
      [...facts.attestations]
        .sort(byDay)
        .map(({ requirementId, on, isWithdrawn }) => [
          declared.get(requirementId) ?? requirementId,
          isWithdrawn ? 'Taken back' : 'Made',
          shortDay(on),
        ]),
      ['Declaration', 7],
      ['What happened', 2],
      ['Day', 2],
    ),
    ...section(
      'Checked by accreditation staff',
      [...facts.staffChecks]
        .sort(byDay)
        .map(({ requirementId, outcome, on, note }) => [
          checked.get(requirementId) ?? requirementId,
          outcome === 'accepted' ? 'In order' : 'Not in order',
          note,
          shortDay(on),
        ]),
      ['Requirement', 4],
      ['Found', 2],
      ['Note', 4],
      ['Day', 2],
    ),
  ]
}
