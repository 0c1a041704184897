import type { ReflectionBody } from '#app/domain/portfolio/entry.ts'
import { plainDocument, type RichDocument } from '#app/rich-text/document.ts'

/** The four prompts, in the order in which one comes to them; each id is a field of the form and of the entry. */
export const REFLECTION_PROMPTS = [
  {
    id: 'description',
    label: 'Description',
    help: 'What happened? What could be seen and heard, as much of it as a reader needs to follow.',
  },
  {
    id: 'feelings',
    label: 'Feelings',
    help: 'What went on in you, then and afterwards? What did you do so as not to feel it?',
  },
  {
    id: 'evaluation',
    label: 'Evaluation',
    help: 'Where did mentalizing hold, the patient’s and yours, and where did it go?',
  },
  {
    id: 'analysisAndPlan',
    label: 'Analysis and plan',
    help: 'How do you understand it now, and what will you do the next time?',
  },
] as const

export type ReflectionPrompt = (typeof REFLECTION_PROMPTS)[number]['id']

/** A reflection while it is being written. */
export type ReflectionDraft = Record<ReflectionPrompt, RichDocument> & {
  on: string
  title: string
  isReport: boolean
  /** Empty: about no case. */
  caseId: string
}

export const blankReflection = (today: string): ReflectionDraft => ({
  on: today,
  title: '',
  isReport: false,
  caseId: '',
  description: plainDocument(''),
  feelings: plainDocument(''),
  evaluation: plainDocument(''),
  analysisAndPlan: plainDocument(''),
})

export const draftOfReflection = (body: ReflectionBody): ReflectionDraft => ({
  on: body.on,
  title: body.title,
  isReport: body.isReport,
  caseId: body.caseId ?? '',
  ...documentsOf(body),
})

/** What was written to each prompt. It was checked when it was kept. */
export const documentsOf = (body: ReflectionBody): Record<ReflectionPrompt, RichDocument> => ({
  description: body.description as RichDocument,
  feelings: body.feelings as RichDocument,
  evaluation: body.evaluation as RichDocument,
  analysisAndPlan: body.analysisAndPlan as RichDocument,
})
