import { scriptName } from '#app/domain/marking.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimNextScript } from '#app/features/marking/claim-script.server.ts'
import type { Locking } from '#app/features/marking/lock-mark.server.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type QueueQuery, queueHref, scriptHref } from '../marking/query.ts'

type Locked = {
  code: string
  standing: Extract<Locking, { isLocked: true }>['standing']
  isNextWanted: boolean
  query: QueueQuery
  now: Date
}

/** Where a locked mark leads: to the talk that it asks for, to the next script where the marker wants one, else to the queue. */
export async function afterLocking(actor: Actor, { code, standing, isNextWanted, query, now }: Locked) {
  const locked = `Your mark of ${scriptName(code)} is locked.`
  if (standing === 'talk') {
    const differs = `${locked} It differs from the other marker’s: see where.`
    return redirectWithFlash(`/marking/${code}/differences`, differs, 'info')
  }
  const queue = queueHref(query, {})
  if (!isNextWanted) return redirectWithFlash(queue, locked)
  const claim = await claimNextScript(actor, query.vignette, now)
  if ('code' in claim) return redirectWithFlash(scriptHref(claim.code, query), `${locked} This is the next one.`)
  return redirectWithFlash(claim.isCalibrationDue ? '/calibration' : queue, `${locked} ${claim.refused}`, 'info')
}
