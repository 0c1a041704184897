import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { addSessionFile } from '#app/features/cohorts/session-files.server.ts'
import { createAccount, now } from '../accounts.ts'
import { sessionWish } from '../live-sessions.ts'
import { PDF } from '../pdf.ts'
import { createScript } from '../scripts.ts'
import { type Area, COURSE, publishedVignette, VIGNETTE } from './area.ts'
import { oneOfDiscussion } from './discussion.ts'

/** A cohort that Lena leads and Noor is in, a live session, what was written there, and what was found in answers. */
export async function oneOfCohorts(lena: Actor, noor: Actor): Promise<Area> {
  const cohortId = await cohortOf(lena, noor)
  const sessionId = await sessionOf(lena, cohortId)
  const cohort = `/cohorts/${cohortId}`
  const session = `${cohort}/sessions/${sessionId}`
  const discussed = await oneOfDiscussion(lena, noor, cohortId)
  const addresses = {
    'cohorts.$id': cohort,
    'cohorts.$id.places': `${cohort}/places`,
    'cohorts.$id.enrolments': `${cohort}/enrolments`,
    'cohorts.$id.extensions': `${cohort}/extensions`,
    ...discussed.addresses,
    'cohorts.$id.sessions': `${cohort}/sessions`,
    'cohorts.$id.sessions.$session': session,
    'cohorts.$id.sessions.$session.files.$file': await sessionFileOf(lena, { cohortId, sessionId }),
    'cohorts.$id.sessions.$session.attendance': `${session}/attendance`,
    'cohorts.$id.pathway': `${cohort}/pathway`,
    'cohorts.$id.marking': `${cohort}/marking`,
    'cohorts.$id.moderation': `${cohort}/moderation`,
    'cohorts.$id.moderation.$moderation': `${cohort}/moderation/${await moderationIn(cohortId, lena)}`,
    'cohorts.$id.rubric-changes': `${cohort}/rubric-changes`,
    'cohorts.$id.agreement': `${cohort}/agreement`,
    'cohorts.$id.agreement.csv': `${cohort}/agreement.csv`,
    'cohorts.$id.standard': `${cohort}/standard?vignette=${VIGNETTE}`,
    'cohorts.$id.similarity': `${cohort}/similarity`,
    'cohorts.$id.similarity.$finding': `${cohort}/similarity/${await similarityIn(cohortId)}`,
  }
  const extension = { email: noor.email, vignette: VIGNETTE, dueAt: '2027-03-01T17:00', reason: 'Ill.' }
  const sent = {
    'cohorts.$id': { form: { intent: 'clear-deadline', vignette: VIGNETTE } },
    'cohorts.$id.places': { form: { intent: 'take-off', userId: noor.id } },
    'cohorts.$id.enrolments': { form: { intent: 'take-up', userId: noor.id } },
    'cohorts.$id.extensions': { form: { intent: 'grant', ...extension } },
    ...discussed.sent,
    'cohorts.$id.sessions': { form: { intent: 'plan', ...sessionForm } },
    'cohorts.$id.sessions.$session': { form: { intent: 'cancel' } },
    'cohorts.$id.sessions.$session.attendance': { form: { intent: 'close-code' } },
    'learn.sessions': { form: { session: sessionId, code: 'ABC123' } },
    'cohorts.$id.marking': { form: { intent: 'take-back', marker: lena.id } },
    'cohorts.$id.standard': { form: { intent: 'close-round', round: '1' } },
  }
  return { addresses, sent }
}

async function cohortOf(lena: Actor, noor: Actor): Promise<string> {
  const wish = { name: 'Leeds', courseSlug: COURSE, startsOn: '2026-09-01', endsOn: undefined, leadIds: [] }
  const cohort = await createCohort(lena, wish, now)
  if (!('id' in cohort)) throw new Error(cohort.fault.message)
  await addTrainee(lena, cohort.id, noor.email, now)
  return cohort.id
}

const sessionForm = {
  title: 'Day 2',
  startsAt: '2026-12-01T09:30',
  endsAt: '2026-12-01T16:30',
  place: 'Room 4',
  countsMinutes: '6',
}

/** A live session to come of this cohort. @returns its id. */
async function sessionOf(lena: Actor, cohortId: string): Promise<string> {
  const planned = await planSession(lena, cohortId, sessionWish({ title: 'Day 1' }), now)
  if ('fault' in planned) throw new Error(planned.fault.message)
  return planned.id
}

/** @returns the address of a file that lies among the materials of a session. */
async function sessionFileOf(lena: Actor, address: { cohortId: string; sessionId: string }): Promise<string> {
  const file = { name: 'Slides.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(PDF), sha256: 'of the slides' }
  await addSessionFile(lena, address, file, now)
  const { id } = await db().sessionFile.findFirstOrThrow({ select: { id: true } })
  return `/cohorts/${address.cohortId}/sessions/${address.sessionId}/files/${id}`
}

/** An answer of somebody else that was drawn to be moderated. */
async function moderationIn(cohortId: string, { id: drawnById }: Actor): Promise<string> {
  const { attemptId } = await createScript(await publishedVignette(), await createAccount('Idris'))
  const drawn = { cohortId, attemptId, reason: 'random', drawnById, drawnAt: now }
  return (await db().moderation.create({ data: drawn })).id
}

/** What resembles the model discussion in an answer of somebody else, which nobody marks yet. */
async function similarityIn(cohortId: string): Promise<string> {
  const { attemptId } = await createScript(await publishedVignette(), await createAccount('Iris'))
  await db().attempt.update({ where: { id: attemptId }, data: { cohortId } })
  const found = { attemptId, otherSource: 'discussion', share: 0.5, passages: [], foundAt: now }
  return (await db().similarity.create({ data: found })).id
}
