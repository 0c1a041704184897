import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { inviteMember } from '#app/features/panels/invite-member.server.ts'
import { createAccount, now } from '../accounts.ts'
import { benchmarkOf } from '../benchmarks.ts'
import { createDoubleScript, markOf } from '../double-scripts.ts'
import { codingOf, offerKeyed } from '../keyed.ts'
import { openPanel } from '../panels.ts'
import { publish } from '../published.ts'
import { createScript, createVignette } from '../scripts.ts'
import { type Area, publishedVignette, VIGNETTE } from './area.ts'

/** An answer that Noor handed in and Lena took to mark, another that Noor writes at, and what follows a mark. */
export async function oneOfMarking(noor: Actor, lena: Actor, grace: Actor) {
  const { code, openAttemptId } = await writeAndClaim(noor, lena)
  const panel = await panelOf(lena, grace)
  const addresses = {
    'vignettes.$slug': `/vignettes/${VIGNETTE}`,
    'vignettes.$slug.answer': `/vignettes/${VIGNETTE}/answer`,
    'vignettes.$slug.attempts.$number': `/vignettes/${VIGNETTE}/attempts/1`,
    'vignettes.$slug.attempts.$number.appeal': `/vignettes/${VIGNETTE}/attempts/1/appeal`,
    'drafts.$kind.$subject': `/drafts/answer/${openAttemptId}`,
    'marking.$code': `/marking/${code}`,
    'marking.$code.differences': `/marking/${await talkOf(lena)}/differences`,
    'appeals.$id': `/appeals/${await appealOf(code)}`,
    'calibration.$benchmark': `/calibration/${await benchmarkSlug()}`,
    'panels.$id': panel,
    'panels.$id.answer': `${panel}/answer`,
  }
  const sent: Area['sent'] = {
    'vignettes.$slug.answer': { form: { attempt: openAttemptId } },
    'drafts.$kind.$subject': { json: { baseVersion: 0, writer: 'a-page', revision: 1, body: {} } },
    'marking.$code.differences': { form: { intent: 'third' } },
    'panels.$id': { form: { intent: 'form', seen: 'nothing' } },
  }
  return { addresses, sent, draftOfMark: `/drafts/mark/${code}` }
}

/** After the pause between two attempts. */
const later = new Date(now.getTime() + 48 * 3_600_000)

async function writeAndClaim(noor: Actor, lena: Actor) {
  const { code } = await createScript(await publishedVignette(), noor)
  await claimScript(lena, code, now)
  await beginAttempt(noor, VIGNETTE, later)
  const open = await db().attempt.findFirstOrThrow({ where: { userId: noor.id, state: 'open' } })
  return { code, openAttemptId: open.id }
}

/** A script that Lena and another marker marked differently. @returns Lena's code of it. */
async function talkOf(lena: Actor): Promise<string> {
  const other = await createAccount('Ines', { roles: ['training_lead'] })
  const { codes } = await createDoubleScript(await createVignette(), await createAccount('Olu'), [lena, other])
  await lockMark(lena, codes[0], markOf(), now)
  await lockMark(other, codes[1], markOf({ notKnowing: 'not-rateable' }), now)
  return codes[0]
}

async function appealOf(code: string): Promise<string> {
  const { attemptId } = await db().allocation.findUniqueOrThrow({ where: { code } })
  const appeal = {
    attemptId: attemptId ?? '',
    ground: 'procedure',
    statement: 'Something was not as it should be.',
  } as const
  return (await db().appeal.create({ data: { ...appeal, lodgedAt: now } })).id
}

/** A demonstration, which bars nobody here. */
async function benchmarkSlug(): Promise<string> {
  const because = 'A reason.'
  const ratings = { asking: { level: 4, because } }
  const consensus = { ratings, global: { level: 4, because }, criticalErrors: [], comment: 'On the whole.' }
  const body = benchmarkOf(VIGNETTE, { consensus, provenance: 'demo' })
  return (await publish('benchmark', body)).slug
}

/** A panel that Lena leads and Grace is invited to. @returns its address. */
async function panelOf(lena: Actor, grace: Actor): Promise<string> {
  const { id } = await offerKeyed(codingOf())
  const panelId = await openPanel(lena, id, { closesOn: '2100-01-01' })
  await inviteMember(lena, panelId, grace.email, now)
  return `/panels/${panelId}`
}
