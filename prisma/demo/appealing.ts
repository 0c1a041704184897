import { db } from '#app/db/client.server.ts'
import { decideAppeal, takeAppeal } from '#app/features/review/decide-appeal.server.ts'
import { lodgeAppeal } from '#app/features/review/lodge-appeal.server.ts'
import type { DemoAppeal } from './answers.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'

type Appealed = { slug: string; number: number; attemptId: string; clock: Clock }

/** Appeals against the marking of an own answer, and, where the story goes on, has it decided by somebody uninvolved. */
export async function appeal(member: Member, given: DemoAppeal, decider: Member, appealed: Appealed): Promise<void> {
  const { slug, number, attemptId, clock } = appealed
  const { ground, statement, decision: outcome, reasons } = given
  const because = await lodgeAppeal(member.actor, { slug, number }, { ground, statement }, clock.after(20))
  if (because) throw new Error(`${member.key} could not appeal: ${because}`)
  if (!outcome || !reasons) return
  const { id } = await db().appeal.findFirstOrThrow({ where: { attemptId }, select: { id: true } })
  const refused =
    (await takeAppeal(decider.actor, id, clock.after(20))) ??
    (await decideAppeal(decider.actor, id, { outcome, reasons }, clock.after(30)))
  if (refused) throw new Error(`${decider.key} could not decide an appeal: ${refused}`)
}
