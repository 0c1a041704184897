import { z } from 'zod'
import { transact } from './db/client.server.ts'
import { enqueueJob } from './db/jobs.server.ts'
import { deleteEndedWindows } from './db/rate-windows.server.ts'
import { deleteExpiredSessions } from './db/sessions.server.ts'
import { deleteOldLinks } from './db/supervisor-links.server.ts'
import { deleteExpiredTokens } from './db/tokens.server.ts'
import { computeAgreement } from './features/agreement/compute-agreement.server.ts'
import { mailCheckpoint } from './features/audit/mail-checkpoint.server.ts'
import { sealAudit } from './features/audit/seal-audit.server.ts'
import { converge } from './features/billing/converge.server.ts'
import { reconcile } from './features/billing/reconcile.server.ts'
import { stopOverdueSeats } from './features/billing/seats/agree-seats.server.ts'
import { sendSeatInvitation } from './features/billing/seats/send-seat-invitation.server.ts'
import { issueBatch, resumeBatches } from './features/credentials/desk/issue-batch.server.ts'
import { signOlderCertificates } from './features/credentials/signing/sign-older.server.ts'
import { settleAllPlaces } from './features/enrolment/manage-places.server.ts'
import { releaseDue } from './features/marking/release-due.server.ts'
import { mailDaily } from './features/notices/mail-daily.server.ts'
import { sendNotice } from './features/notices/send-notice.server.ts'
import { lapseStatuses } from './features/pathway/lapse-statuses.server.ts'
import { remindMonthly } from './features/pathway/remind-monthly.server.ts'
import { remindRenewals } from './features/pathway/remind-renewals.server.ts'
import { eraseDue, sweepFiles } from './features/portfolio/erase-entries.server.ts'
import { remindOfRecordings } from './features/portfolio/remind-of-recordings.server.ts'
import { tellSupervisor, tellUntoldSupervisors } from './features/portfolio/tell-supervisor.server.ts'
import { compareAnswer } from './features/similarity/compare-answer.server.ts'
import { logger } from './http/log.server.ts'
import { closeMail } from './integrations/mail.server.ts'
import { runWorker, type Task } from './integrations/worker.server.ts'

const attemptPayload = z.object({ attemptId: z.uuid() })
const batchPayload = z.object({ batchId: z.uuid() })
const agreementPayload = z.object({ cohortId: z.uuid(), vignetteId: z.uuid() })
const orderPayload = z.object({ orderId: z.uuid() })
const noticePayload = z.object({ noticeId: z.uuid() })
const sealPayload = z.object({ whole: z.boolean().default(false) })
const seatPayload = z.object({ seatId: z.uuid() })
const supervisorPayload = z.object({ supervisorId: z.uuid() })

/** As a route leads a request to a use case, a task leads a job to one. */
const tasks: Record<string, Task> = {
  'compare-answer': async (payload) => compareAnswer(attemptPayload.parse(payload).attemptId, new Date()),
  'compute-agreement': async (payload) => computeAgreement(agreementPayload.parse(payload), new Date()),
  'converge-order': async (payload) => converge(orderPayload.parse(payload).orderId, new Date()),
  'issue-batch': async (payload) => issueBatch(batchPayload.parse(payload).batchId, () => new Date()),
  'mail-daily': async () => {
    await mailDaily(new Date())
  },
  'mail-checkpoint': async () => {
    await mailCheckpoint(new Date())
  },
  'reconcile-orders': async () => reconcile(new Date()),
  'settle-places': async () => {
    await settleAllPlaces(new Date())
  },
  'release-due': async () => {
    await releaseDue(new Date())
  },
  'erase-due': async () => {
    const now = new Date()
    await eraseDue(now)
    await sweepFiles(now)
  },
  'lapse-statuses': async () => {
    await lapseStatuses(new Date())
  },
  'remind-monthly': async () => {
    await remindMonthly(new Date())
  },
  'remind-of-recordings': async () => {
    await remindOfRecordings(new Date())
  },
  'remind-renewals': async () => {
    await remindRenewals(new Date())
  },
  'seal-audit': async (payload) => {
    await sealAudit(new Date(), sealPayload.parse(payload ?? {}))
  },
  'send-notice': async (payload) => sendNotice(noticePayload.parse(payload).noticeId, new Date()),
  'send-seat-invitation': async (payload) => sendSeatInvitation(seatPayload.parse(payload).seatId, new Date()),
  'stop-overdue-seats': async () => stopOverdueSeats(new Date()),
  'sign-older-certificates': async () => {
    await signOlderCertificates(new Date())
  },
  'tell-supervisor': async (payload) => {
    await tellSupervisor(supervisorPayload.parse(payload).supervisorId, new Date())
  },
  'tell-untold-supervisors': async () => tellUntoldSupervisors(new Date()),
  'delete-expired': async () => {
    const now = new Date()
    await Promise.all([
      deleteExpiredSessions(now),
      deleteExpiredTokens(now),
      deleteEndedWindows(now),
      deleteOldLinks(now),
    ])
  },
}

/** What is due is released one job after the other, and a job that failed is not repeated: the next one comes in a minute. */
const crontab = [
  '17 * * * * delete-expired',
  '* * * * * release-due ?queue=release&max=1',
  '*/5 * * * * settle-places ?queue=places&max=1',
  '*/5 * * * * reconcile-orders ?queue=reconcile&max=1',
  '* * * * * seal-audit ?queue=seal&max=1',
  '50 4 * * * mail-checkpoint ?max=3',
  '40 6 * * * tell-untold-supervisors',
  '5 6 * * * remind-of-recordings',
  // Every hour, because a month begins in another zone at another hour.
  '10 * * * * remind-monthly ?queue=remind&max=3',
  // So does a day.
  '15 * * * * mail-daily ?queue=remind&max=3',
  '20 * * * * remind-renewals ?queue=remind&max=3',
  '30 * * * * lapse-statuses ?queue=remind&max=3',
  '15 2 * * * stop-overdue-seats',
  '35 3 * * * erase-due ?queue=erase&max=1',
].join('\n')

/** Starts the background work of this process. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const worker = await runWorker({ tasks, crontab, log: logger })
  // After an upgrade: certificates that are older than credentials get theirs. Where there are none, it ends at once.
  await transact((tx) => enqueueJob(tx, 'sign-older-certificates', {}, 'sign-older-certificates'))
  await resumeBatches()
  // The database may be a restored copy, in which the transactions are counted from another number.
  await transact((tx) => enqueueJob(tx, 'seal-audit', { whole: true }, 'seal-audit-whole'))
  return {
    async stop() {
      await worker.stop()
      closeMail()
    },
  }
}
