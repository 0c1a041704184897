import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { type CountersignRequest, holdRequests, saveAnswer } from '#app/db/countersigning.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { decideAnswer, type SupervisorAnswer } from '#app/domain/portfolio/countersigning.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'

/** What a supervisor says of one request. A reason goes with everything but a signature. */
export type GivenAnswer = { id: string; answer: SupervisorAnswer; reason: string }

export type Answered = {
  signed: number
  returned: number
  /** What could not be answered, with the reason: the rest was. */
  refused: { id: string; because: string }[]
}

type Supervisor = Pick<Actor, 'id' | 'name' | 'timeZone' | 'requestId'>

/**
 * Signs, refuses or gives back several entries at once, by a supervisor who is signed in.
 * @throws 404 for a request that is not before this supervisor.
 */
export const answerRequests = (
  actor: Actor,
  answers: readonly GivenAnswer[],
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<Answered> =>
  transact(async (tx) => {
    await deleteKeptForm(tx, actor, 'countersigning', 'own')
    return answerHeld(tx, actor, answers, { via: 'account', now, confirmed })
  })

/**
 * Answers in the caller's transaction. Each entry is held, so that of a supervisor who signs and a trainee who corrects, and of two
 * tabs that sign, the later sees what the earlier did; what can no longer be answered is told, and does not keep the rest back.
 */
export async function answerHeld(
  tx: Db,
  supervisor: Supervisor,
  answers: readonly GivenAnswer[],
  { via, now, confirmed = [] }: { via: 'account' | 'link'; now: Date; confirmed?: readonly Confirmation[] | undefined },
): Promise<Answered> {
  const ids = answers.map(({ id }) => id)
  const requests = new Map((await holdRequests(tx, supervisor.id, ids)).map((request) => [request.id, request]))
  const today = todayIn(supervisor.timeZone, now)
  const result: Answered = { signed: 0, returned: 0, refused: [] }
  const given: { request: CountersignRequest; answer: SupervisorAnswer }[] = []
  for (const { id, answer, reason } of answers) {
    const request = requests.get(id)
    if (!request) throw new Response('This does not wait for an answer of yours.', { status: 404 })
    const verdict = decideAnswer({ ...request, today }, answer)
    if (!verdict.allowed) {
      result.refused.push({ id, because: verdict.because })
      continue
    }
    await saveAnswer(tx, id, { answer, reason: answer === 'signed' ? '' : reason, via, now })
    const inReasons = answer === 'signed' ? {} : auditedConfirmations(confirmed)
    await audit(tx, supervisor, request, { answer, via, ...inReasons }, now)
    given.push({ request, answer })
    result[answer === 'signed' ? 'signed' : 'returned'] += 1
  }
  await tell(tx, supervisor.name, given, now)
  return result
}

function audit(
  tx: Db,
  supervisor: Supervisor,
  { id, entryId, version, digest }: CountersignRequest,
  answered: { answer: SupervisorAnswer; via: string } & ReturnType<typeof auditedConfirmations>,
  at: Date,
): Promise<void> {
  const action = answered.answer === 'signed' ? 'countersigning.signed' : 'countersigning.returned'
  const details = { entryId, version, digest, ...answered }
  return recordAudit(tx, { actor: supervisor, action, object: { kind: 'countersigning', id }, details, at })
}

/** One notice for each trainee and each kind of answer, however many entries it is about. */
async function tell(
  tx: Db,
  supervisorName: string,
  given: readonly { request: CountersignRequest; answer: SupervisorAnswer }[],
  now: Date,
): Promise<void> {
  const owners = [...new Set(given.map(({ request }) => request.ownerId))].sort()
  for (const userId of owners) {
    const own = given.filter(({ request }) => request.ownerId === userId)
    const signed = own.filter(({ answer }) => answer === 'signed').length
    const returned = own.length - signed
    if (signed > 0)
      await notify(tx, { userId, kind: 'entries-countersigned', params: { supervisorName, count: signed }, now })
    if (returned > 0)
      await notify(tx, { userId, kind: 'entries-returned', params: { supervisorName, count: returned }, now })
  }
}
