import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { holdLedPanel, insertConsensus, listPanelAnswers, type PanelAnswerRow } from '#app/db/panels.server.ts'
import { dayOf, mayForm } from '#app/domain/keyed/panel.ts'
import type { Actor } from '#app/domain/people.ts'
import type { PanelProvenance } from '#app/domain/provenance.ts'
import { panelKey, seenAnswers } from './panel-key.server.ts'

/**
 * Forms the consensus of a panel that the actor leads, of the answers that they saw the preview of. From then on it is the key for
 * the content version that the panel judged; earlier ones stay.
 * @param seen what the preview was of, as it said.
 * @returns why not: too few answers, without exception, or other answers than those that were previewed.
 * @throws 404 for a panel of somebody else.
 */
export function formPanelConsensus(
  actor: Actor,
  panelId: string,
  seen: string,
  now: Date,
): Promise<{ consensusId: string } | { refused: string }> {
  return transact(async (tx) => {
    const panel = await holdLedPanel(tx, actor.id, panelId)
    if (!panel) throw new Response('There is no such panel of yours.', { status: 404 })
    // Asked after the panel is held: an answer that was on its way is in it by now.
    const answers = await listPanelAnswers(tx, panel.id)
    const { met, because, have, need } = mayForm(panel.kind, answers.length)
    if (!met) return { refused: because }
    if (seenAnswers(answers) !== seen)
      return { refused: 'Somebody has answered since you saw this preview. Look at it as it is now.' }
    const { contentVersionId } = panel
    const consensusId = await insertConsensus(tx, {
      ...{ panelId: panel.id, contentVersionId, formedById: actor.id, now },
      key: await panelKey(panel, answers),
      provenance: provenanceOf(panel.title, answers, now),
    })
    const object = { kind: 'consensus', id: consensusId }
    const details = { panelId: panel.id, contentVersionId, have, need }
    await recordAudit(tx, { actor, action: 'consensus.formed', object, details, at: now })
    return { consensusId }
  })
}

function provenanceOf(panel: string, answers: readonly PanelAnswerRow[], now: Date): PanelProvenance {
  const days = answers.map(({ answeredAt }) => dayOf(answeredAt)).sort()
  const [answeredFrom = dayOf(now)] = days
  return { panel, members: answers.length, on: dayOf(now), answeredFrom, answeredTo: days.at(-1) ?? answeredFrom }
}
