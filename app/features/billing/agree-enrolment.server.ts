import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { endEnrolment, enrolByOrder, findActiveEnrolment, findWithdrawal } from '#app/db/entitled-enrolments.server.ts'
import { agreeModules } from '#app/db/modules.server.ts'
import { listOrdersOf } from '#app/db/orders.server.ts'
import { takeKeptPlaces } from '#app/db/settle-places.server.ts'
import { enrolmentStep, entitlementsOf } from '#app/domain/billing/order.ts'

/** Makes somebody's enrolment in a course agree with their orders of it. The caller holds the lock of this person. */
export async function agreeEnrolment(tx: Db, { userId, courseId }: { userId: string; courseId: string }, now: Date) {
  // Whoever left, or was taken off, is not brought back by what they had bought before.
  const left = await findWithdrawal(tx, userId, courseId)
  const all = await listOrdersOf(tx, userId, courseId)
  const orders = left ? all.filter(({ placedAt }) => placedAt > left.at) : all
  const enrolment = await findActiveEnrolment(tx, userId, courseId)
  const step = enrolmentStep(enrolment, entitlementsOf(orders).get(courseId), orders)
  if (!step) return
  if (step.kind === 'end') {
    if (!enrolment) return
    await endEnrolment(tx, enrolment.id, now)
    const object = { kind: 'enrolment', id: enrolment.id }
    const details = { orderId: enrolment.orderId }
    await recordAudit(tx, { actor: null, action: 'enrolment.ended', object, details, at: now })
    return agreeModules(tx, { enrolmentId: enrolment.id, actor: null, now })
  }
  const id = await enrolByOrder(tx, { userId, courseId, orderId: step.orderId, now })
  const action = step.kind === 'enrol' ? 'enrolment.made' : 'enrolment.handed-over'
  const details = { courseId, orderId: step.orderId }
  await recordAudit(tx, { actor: null, action, object: { kind: 'enrolment', id }, details, at: now })
  await agreeModules(tx, { enrolmentId: id, actor: null, now })
  await takeKeptPlaces(tx, { userId, courseId, now })
}
