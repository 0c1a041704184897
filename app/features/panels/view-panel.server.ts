import { rubricVersion } from '#app/content/catalogue.server.ts'
import { type KeyedQuestion, keyedQuestion } from '#app/content/keyed-question.ts'
import { findLedPanel, type LedPanel, listPanels, type PanelAnswerRow } from '#app/db/panels.server.ts'
import type { BenchmarkConsensus, Key } from '#app/domain/keyed/key.ts'
import { dayOf, isPanelOpen, mayForm } from '#app/domain/keyed/panel.ts'
import type { Actor } from '#app/domain/people.ts'
import { keyedVersion, panelKey, seenAnswers } from './panel-key.server.ts'

type Titled = { id: string; title: string }

/** What a consensus would be if it were formed now. */
export type Preview =
  | { kind: 'keyed'; question: KeyedQuestion; key: Key }
  | { kind: 'benchmark'; key: BenchmarkConsensus; criteria: Titled[]; criticalErrors: Titled[] }

export type PanelPage = Omit<LedPanel, 'contentVersionId' | 'rubricVersionId' | 'answers'> & {
  isOpen: boolean
  /** Whether a consensus may be formed, in figures and in a sentence. */
  standing: ReturnType<typeof mayForm>
  /** Null while too few have answered. `seen` goes with the form. */
  preview: (Preview & { seen: string }) | null
}

/** The panels that the actor leads or is invited to. */
export async function viewPanels(actor: Pick<Actor, 'id'>, now: Date) {
  const today = dayOf(now)
  return (await listPanels(actor.id)).map((panel) => ({ ...panel, isOpen: isPanelOpen(panel.closesOn, today) }))
}

/**
 * A panel for the person who leads it: who has answered, and what all answers together would come to. Nobody's own answer is in it.
 * @throws 404 for a panel of somebody else.
 */
export async function viewPanel(actor: Pick<Actor, 'id'>, panelId: string, now: Date): Promise<PanelPage> {
  const panel = await findLedPanel(actor.id, panelId)
  if (!panel) throw new Response('There is no such panel of yours.', { status: 404 })
  const { contentVersionId: _, rubricVersionId: __, answers: given, ...shown } = panel
  const answers = given.map((one) => ({ ...one, answeredAt: new Date(one.answeredAt) }))
  const standing = mayForm(panel.kind, answers.length)
  return {
    ...shown,
    isOpen: isPanelOpen(panel.closesOn, dayOf(now)),
    standing,
    preview: standing.met ? { ...(await previewOf(panel, answers)), seen: seenAnswers(answers) } : null,
  }
}

async function previewOf(panel: LedPanel, answers: readonly PanelAnswerRow[]): Promise<Preview> {
  const key = await panelKey(panel, answers)
  if (key.kind !== 'benchmark') {
    const question = keyedQuestion(await keyedVersion(panel.contentVersionId))
    return { kind: 'keyed', question, key }
  }
  const rubric = panel.rubricVersionId
    ? await rubricVersion(panel.rubricVersionId)
    : { criteria: [], criticalErrors: [] }
  const titled = ({ id, title }: Titled) => ({ id, title })
  return {
    kind: 'benchmark',
    key,
    criteria: rubric.criteria.map(titled),
    criticalErrors: rubric.criticalErrors.map(titled),
  }
}
