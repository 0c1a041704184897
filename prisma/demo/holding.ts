import { db } from '#app/db/client.server.ts'
import { changeApplication } from '#app/features/accreditation/change-application.server.ts'
import { type Intent, issueStatuses } from '#app/features/credentials/statuses/issue-statuses.server.ts'
import { previewStatuses } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'
import { settleFee } from './settled-fee.ts'

const APPLIED =
  'I trained before portfolios were kept here. My folder is with you on paper, with the certificates and the log of my supervision.'
const DECIDED =
  'The folder was read by both of us. Every requirement is evidenced in it, and the registration was looked up.'

/** A status that was granted in the past, on evidence from before the platform: it comes up for renewal. */
export async function grantStatus(holder: Member, officers: readonly Member[], clock: Clock): Promise<void> {
  const refusal = await changeOwnApplication(
    holder.actor,
    { intent: 'apply', text: APPLIED, confirmed: 'on' },
    clock.after(0),
  )
  if (refusal) throw new Error(refusal.message)
  await settleFee(holder, clock.after(1))
  const { id } = await db().application.findFirstOrThrow({ where: { userId: holder.actor.id } })
  const decision = { intent: 'decide', favourable: 'yes', text: DECIDED } as const
  for (const { actor } of officers) {
    const answer = await changeApplication(actor, id, decision, clock.after(24 * 8))
    if ('refusal' in answer) throw new Error(answer.refusal.message)
  }
  await issueStatus(id, officers, clock)
}

/** The first of two officers prepares it, the second one looks at the same words and releases it. */
async function issueStatus(applicationId: string, [first, second]: readonly Member[], clock: Clock): Promise<void> {
  const { id } = await db().statusRecord.findFirstOrThrow({ where: { applicationId } })
  const act = async (officer: Member | undefined, intent: Intent) => {
    const at = clock.after(20)
    const [preview] = officer ? await previewStatuses(officer.actor, [id], at) : []
    const seen = preview?.items.find(({ note }) => note === null)?.seen
    if (!officer || !seen) throw new Error('A status takes two officers who look at it.')
    const { refused } = await issueStatuses(officer.actor, intent, [{ statusRecordId: id, note: null, seen }], at)
    if (refused[0]) throw new Error(refused[0].because)
  }
  await act(first, 'issue')
  await act(second, 'release')
}
