import type { Actor } from '#app/domain/people.ts'
import { faultsBeside } from '#app/features/portfolio/entry-fields.server.ts'
import { takeEntryOut } from '#app/features/portfolio/keep-entry.server.ts'
import { correctTraining } from '#app/features/portfolio/keep-training.server.ts'
import { readTraining } from '#app/features/portfolio/read-training.server.ts'
import { ownTraining } from '#app/features/portfolio/view-trainings.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import type { Route } from './+types/route'

/**
 * Takes a training out, which a form without a file asks for, or corrects it. Throws 404 for one that is not the actor's.
 * @returns where to go on, or the form as it was sent with what stands against it.
 */
export async function changeTraining(
  actor: Actor,
  id: string,
  { request, context }: Pick<Route.ActionArgs, 'request' | 'context'>,
): Promise<Response | { fault: ScreenFault }> {
  const { now } = context.get(requestContext)
  const { entry, confirmed } = await ownTraining(actor, id)
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    await takeEntryOut(actor, id, () => ({}), now)
    return redirectWithFlash('/portfolio/trainings', 'The training is out of your portfolio.')
  }
  const read = await readTraining(actor, request, now, confirmed)
  if (!read.ok) return { fault: read.fault }
  const corrected = await correctTraining(actor, entry, read.sent, now)
  if ('faults' in corrected) return { fault: faultsBeside(corrected.faults, read.typed) }
  return redirectWithFlash(`/portfolio/trainings/${id}`, 'Your correction is kept. Staff look at it again.')
}
