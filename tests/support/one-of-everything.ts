import { randomUUID } from 'node:crypto'
import { issueToken } from '#app/auth/tokens.server.ts'
import { publishContent } from '#app/content/publish.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { putIntoMailbox } from '#app/db/mailbox.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { makeClaimLink } from '#app/features/billing/seats/claim-link.server.ts'
import { giveSeats } from '#app/features/billing/seats/give-seats.server.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { makeCalendarLink } from '#app/features/cohorts/calendar-link.server.ts'
import { createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { addSessionFile } from '#app/features/cohorts/session-files.server.ts'
import { raiseConcern } from '#app/features/concerns/raise-concern.server.ts'
import { beginBatch } from '#app/features/credentials/desk/begin-batch.server.ts'
import { previewBatch } from '#app/features/credentials/desk/preview-batch.server.ts'
import { askAtParagraph } from '#app/features/discussion/ask-at-paragraph.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonWords } from '#app/features/learning/notes/mark-lesson-words.server.ts'
import { type LessonPage, viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { stopPath } from '#app/features/notices/stop-link.server.ts'
import { inviteMember } from '#app/features/panels/invite-member.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { answerField } from '#app/features/portfolio/answer-fields.ts'
import { keepListing } from '#app/features/register/own-listing.server.ts'
import { createAccount, now } from './accounts.ts'
import { benchmarkOf } from './benchmarks.ts'
import type { Asking } from './built-app.ts'
import { enrolment, issueAsSeen, publishCourse } from './certificates.ts'
import { contentFolder } from './content-folder.ts'
import { announce, begin } from './discussion.ts'
import { createDoubleScript, markOf } from './double-scripts.ts'
import { enterClip, enterTraining } from './evidence.ts'
import { holdStatus } from './held-statuses.ts'
import { codingOf, offerKeyed } from './keyed.ts'
import { sessionWish } from './live-sessions.ts'
import { publishPriced } from './orders.ts'
import { openPanel } from './panels.ts'
import { PDF } from './pdf.ts'
import { onePortfolio } from './portfolio.ts'
import { publish } from './published.ts'
import { withRecording } from './recordings.ts'
import { createScript, createVignette, type PublishedVignette } from './scripts.ts'
import { createTrust, seatsOf } from './seats.ts'
import { awardStatus } from './statuses.ts'
import { askedSession, clipFor, createSupervisor, keep, mailedLink } from './supervision.ts'

const COURSE = 'first-steps'
const VIGNETTE = 'the-case'
const TEXT = `/author/courses.${COURSE}.lessons.one`

/** After the pause between two attempts. */
const later = new Date(now.getTime() + 48 * 3_600_000)

export type OneOfEverything = {
  owners: Record<'noor' | 'lena' | 'grace' | 'root' | 'imre', Actor>
  /** By the folder of its route: the address of everything that goes by a parameter. */
  addresses: Record<string, string>
  /** By the folder of its route: what has to be sent there to mean what stands at that address. */
  sent: Record<string, Asking>
  /** A draft of the mark that Lena is writing. */
  draftOfMark: string
}

/**
 * One of everything that the application keeps. What is a trainee's is Noor's, who is on a course, has handed in one answer and
 * writes at another; what is a training lead's is Lena's, who has taken that answer to mark it.
 */
export async function createOneOfEverything(): Promise<OneOfEverything> {
  const [noor, lena] = [await createAccount('Noor'), await createAccount('Lena', { roles: ['training_lead'] })]
  const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  const root = await createAccount('Root', { roles: ['administrator'] })
  await publishContent(await contentFolder(withRecording()), now)
  await enrol(noor, COURSE, now)
  await haveInHand(noor)
  const { code, openAttemptId } = await writeAndClaim(noor, lena)
  const draftOfMark = `/drafts/mark/${code}`
  const cohortId = await cohortOf(lena, noor)
  const cohort = `/cohorts/${cohortId}`
  const sessionId = await sessionOf(lena, cohortId)
  const discussed = await discussionOf(lena, noor, cohortId)
  const panel = await panelOf(lena, grace)
  const portfolio = await onePortfolio(noor)
  const imre = await createSupervisor('Imre')
  const { requestId, entryId, ...supervision } = await supervisionOf(noor, imre)
  const addresses = {
    ...(await addressesOfLinks(noor)),
    ...supervision.addresses,
    'courses.$slug': `/courses/${COURSE}`,
    'learn.$course': `/learn/${COURSE}`,
    'learn.$course.enrolment': `/learn/${COURSE}/enrolment`,
    'learn.$course.$lesson': `/learn/${COURSE}/one`,
    'learn.notes.$id': `/learn/notes/${await noteOf(noor)}`,
    'learn.$course.$lesson.pdf': `/learn/${COURSE}/one.pdf`,
    'learn.$course.$lesson.notes': `/learn/${COURSE}/one/notes`,
    'learn.$course.$lesson.reading': `/learn/${COURSE}/one/reading`,
    'learn.$course.$lesson.media': `/learn/${COURSE}/one/media`,
    'learn.$course.$lesson.media.$file': `/learn/${COURSE}/one/media/in-a-room.m4a`,
    'vignettes.$slug': `/vignettes/${VIGNETTE}`,
    'vignettes.$slug.answer': `/vignettes/${VIGNETTE}/answer`,
    'vignettes.$slug.attempts.$number': `/vignettes/${VIGNETTE}/attempts/1`,
    'vignettes.$slug.attempts.$number.appeal': `/vignettes/${VIGNETTE}/attempts/1/appeal`,
    'appeals.$id': `/appeals/${await appealOf(code)}`,
    'drafts.$kind.$subject': `/drafts/answer/${openAttemptId}`,
    'marking.$code': `/marking/${code}`,
    'marking.$code.differences': `/marking/${await talkOf(lena)}/differences`,
    'calibration.$benchmark': `/calibration/${await benchmarkSlug()}`,
    ...(await addressesOfEvidence(noor, grace)),
    'cohorts.$id': cohort,
    'cohorts.$id.places': `${cohort}/places`,
    'cohorts.$id.enrolments': `${cohort}/enrolments`,
    'cohorts.$id.extensions': `${cohort}/extensions`,
    ...discussed.addresses,
    'cohorts.$id.sessions': `${cohort}/sessions`,
    'cohorts.$id.sessions.$session': `${cohort}/sessions/${sessionId}`,
    'cohorts.$id.sessions.$session.files.$file': await sessionFileOf(lena, { cohortId, sessionId }),
    'cohorts.$id.sessions.$session.attendance': `${cohort}/sessions/${sessionId}/attendance`,
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
    'progress.pathways.$slug': '/progress/pathways/practitioner',
    'pathways.$slug': '/pathways/practitioner',
    'accreditation.statuses.issue': `/accreditation/statuses/issue?status=${await awardStatus(await createAccount('Ida'), grace)}`,
    ...portfolio.addresses,
    'author.$name': TEXT,
    'author.$name.versions': `${TEXT}/versions`,
    'author.$name.versions.$number': `${TEXT}/versions/1`,
    'panels.$id': panel,
    'panels.$id.answer': `${panel}/answer`,
    ...(await addressesOfApplication(noor)),
    'concerns.$id': `/concerns/${await raiseConcern({ text: 'Something worries me.', from: '' }, noor, now)}`,
    'admin.people.$id': `/admin/people/${noor.id}`,
    ...(await addressesOfOrder(noor)),
    ...(await addressesOfSeats(noor)),
    ...(await addressesOfCertificate(noor, grace)),
    'register.$code': await addressInRegister(noor),
    'dev.mail.$id': `/dev/mail/${await mailTo(noor)}`,
    'not-found': '/nothing/here',
  }
  const sent = {
    'vignettes.$slug.answer': { form: { attempt: openAttemptId } },
    'drafts.$kind.$subject': { json: { baseVersion: 0, writer: 'a-page', revision: 1, body: {} } },
    'cohorts.$id.extensions': {
      form: { intent: 'grant', email: noor.email, vignette: VIGNETTE, dueAt: '2027-03-01T17:00', reason: 'Ill.' },
    },
    'cohorts.$id.places': { form: { intent: 'take-off', userId: noor.id } },
    'cohorts.$id.enrolments': { form: { intent: 'take-up', userId: noor.id } },
    'learn.$course.enrolment': { form: { intent: 'return' } },
    ...discussed.sent,
    'cohorts.$id.sessions': { form: { intent: 'plan', ...sessionForm } },
    'cohorts.$id.sessions.$session': { form: { intent: 'cancel' } },
    'cohorts.$id.sessions.$session.attendance': { form: { intent: 'close-code' } },
    'settings.calendar': { form: { intent: 'end' } },
    'learn.sessions': { form: { session: sessionId, code: 'ABC123' } },
    'cohorts.$id.marking': { form: { intent: 'take-back', marker: lena.id } },
    'seats.$id': { form: { intent: 'shut-link' } },
    'seats.organisations.$id': { form: { intent: 'add-manager', email: lena.email } },
    'applications.$id': { form: { intent: 'decide', favourable: 'yes', text: 'Everything is there, and I looked.' } },
    'progress.application': { form: { intent: 'apply' } },
    'cohorts.$id.standard': { form: { intent: 'close-round', round: '1' } },
    'cohorts.$id': { form: { intent: 'clear-deadline', vignette: VIGNETTE } },
    'marking.$code.differences': { form: { intent: 'third' } },
    'panels.$id': { form: { intent: 'form', seen: 'nothing' } },
    ...portfolio.sent,
    'portfolio.countersigning': { form: { intent: 'withdraw', entry: entryId } },
    supervision: { form: { [answerField(requestId)]: 'signed' } },
  }
  return { owners: { noor, lena, grace, root, imre }, addresses, sent, draftOfMark }
}

/** A question that Noor answered long ago, and that is due. */
async function haveInHand(noor: Actor) {
  const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { userId: noor.id } })
  const card = { stability: 2, difficulty: 2, reviewedOn: new Date('2026-10-01'), dueOn: new Date('2026-10-03') }
  await db().practiceCard.create({ data: { enrolmentId, questionId: 'q-1', ...card, reviews: 1 } })
}

async function writeAndClaim(noor: Actor, lena: Actor) {
  const { code } = await createScript(await publishedVignette(), noor)
  await claimScript(lena, code, now)
  await beginAttempt(noor, VIGNETTE, later)
  const open = await db().attempt.findFirstOrThrow({ where: { userId: noor.id, state: 'open' } })
  return { code, openAttemptId: open.id }
}

async function publishedVignette(): Promise<PublishedVignette> {
  const items = await db().contentItem.findMany({ where: { slug: { in: [VIGNETTE, 'the-rubric'] } } })
  const [vignette, rubric] = ['vignette', 'rubric'].map((kind) => items.find((item) => item.kind === kind))
  if (!vignette?.currentVersionId || !rubric?.currentVersionId) throw new Error('the vignette was not published')
  const { id, slug, currentVersionId: versionId } = vignette
  return { id, slug, versionId, rubricVersionId: rubric.currentVersionId }
}

/** A demonstration, which bars nobody here. */
async function benchmarkSlug(): Promise<string> {
  const because = 'A reason.'
  const ratings = { asking: { level: 4, because } }
  const consensus = { ratings, global: { level: 4, because }, criticalErrors: [], comment: 'On the whole.' }
  const body = benchmarkOf(VIGNETTE, { consensus, provenance: 'demo' })
  return (await publish('benchmark', body)).slug
}

/** A script that Lena and another marker marked differently. @returns Lena's code of it. */
async function talkOf(lena: Actor): Promise<string> {
  const other = await createAccount('Ines', { roles: ['training_lead'] })
  const { codes } = await createDoubleScript(await createVignette(), await createAccount('Olu'), [lena, other])
  await lockMark(lena, codes[0], markOf(), now)
  await lockMark(other, codes[1], markOf({ notKnowing: 'not-rateable' }), now)
  return codes[0]
}

/** A panel that Lena leads and Grace is invited to. @returns its address. */
async function panelOf(lena: Actor, grace: Actor): Promise<string> {
  const { id } = await offerKeyed(codingOf())
  const panelId = await openPanel(lena, id, { closesOn: '2100-01-01' })
  await inviteMember(lena, panelId, grace.email, now)
  return `/panels/${panelId}`
}

/** A clip and a training of this trainee, with its certificate. */
async function addressesOfEvidence(noor: Actor, grace: Actor) {
  const [clip, training] = [await enterClip(noor, grace), await enterTraining(noor)]
  const file = await db().storedFile.findFirstOrThrow({ where: { entryId: training }, select: { id: true } })
  return {
    'portfolio.clips.$id': `/portfolio/clips/${clip}`,
    'portfolio.trainings.$id': `/portfolio/trainings/${training}`,
    'portfolio.files.$id': `/portfolio/files/${file.id}`,
    'accreditation.trainings.$id': `/accreditation/trainings/${training}`,
  }
}

/** What Noor has put before Imre: a session, a clip, and what he stated about her. */
async function supervisionOf(noor: Actor, imre: Actor) {
  const asked = await askedSession(noor, imre)
  const clip = await keep(noor, 'clip', clipFor(imre.id))
  const said = { work: 'Weekly.', strengths: 'Patience.', development: 'Pace.' }
  const statement = { traineeId: noor.id, supervisorId: imre.id, isPositive: true, body: said, sentAt: now }
  const { id } = await db().supervisorStatement.create({ data: statement })
  const addresses = {
    'countersign.$token': `/countersign/${await mailedLink(imre, new Date())}`,
    'supervision.clips.$id': `/supervision/clips/${clip}`,
    'supervision.$trainee': `/supervision/${noor.id}`,
    'supervision.$trainee.statement': `/supervision/${noor.id}/statement`,
    'drafts.forms.$form.$subject': `/drafts/forms/statement/${noor.id}`,
    'accreditation.statements.$id': `/accreditation/statements/${id}`,
  }
  return { ...asked, addresses }
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

/** A thread that Noor began, and what Lena announced. */
async function discussionOf(lena: Actor, noor: Actor, cohortId: string) {
  const thread = await begin(noor, cohortId)
  const announcement = await announce(lena, cohortId)
  const [cohort, written] = [`/cohorts/${cohortId}`, { form: { title: 'T', text: 'Some words.', audience: 'cohort' } }]
  const { html } = (await viewLesson(noor, { course: COURSE, lesson: 'one' }, null)) as LessonPage
  const [, question = '', anchor = ''] = /href="([^"]+ask\?at=([^"]+))"/.exec(html) ?? []
  const asking = { course: COURSE, lesson: 'one', anchor, audience: 'leads' } as const
  const asked = await askAtParagraph(noor, asking, { draftVersion: 0, title: '', text: 'Why?', typed: {} }, now)
  if ('refused' in asked) throw new Error('Nothing was asked.')
  const addresses = {
    'learn.$course.$lesson.ask': question,
    'cohorts.$id.discussion': `${cohort}/discussion`,
    'cohorts.$id.discussion.new': `${cohort}/discussion/new`,
    'cohorts.$id.discussion.$thread': `${cohort}/discussion/${thread}`,
    'cohorts.$id.discussion.$thread.lesson': `${cohort}/discussion/${asked.id}/lesson`,
    'cohorts.$id.discussion.$thread.write': `${cohort}/discussion/${thread}/write`,
    'cohorts.$id.announcements': `${cohort}/announcements`,
    'cohorts.$id.announcements.write': `${cohort}/announcements/write`,
  }
  const sent = {
    'learn.$course.$lesson.ask': written,
    'cohorts.$id.discussion.new': written,
    'cohorts.$id.discussion.$thread.write': written,
    'cohorts.$id.discussion.$thread': { form: { intent: 'report', post: '1', words: 'Look at this.' } },
    'cohorts.$id.announcements': { form: { announcement } },
    'cohorts.$id.announcements.write': written,
  }
  return { addresses, sent }
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

/** What Noor has handed in, for staff to look at. */
async function addressesOfApplication(noor: Actor) {
  await changeOwnApplication(noor, { intent: 'apply', text: '', confirmed: 'on' }, now)
  const { id } = await db().application.findFirstOrThrow({ where: { userId: noor.id } })
  return {
    'applications.$id': `/applications/${id}`,
    'applications.$id.evidence.pdf': `/applications/${id}/evidence.pdf`,
  }
}

async function addressesOfLinks(noor: Actor) {
  const { id } = noor
  const link = (purpose: Parameters<typeof issueToken>[2]) => transact((tx) => issueToken(tx, id, purpose, new Date()))
  return {
    'confirm.$token': `/confirm/${await link('confirm_email')}`,
    'reset-password.$token': `/reset-password/${await link('reset_password')}`,
    'invitation.$token': `/invitation/${await link('invitation')}`,
    'stop-mails.$token': stopPath(id, 'clip-rated'),
    'calendar.$secret.ics': new URL(await makeCalendarLink(noor, now)).pathname,
  }
}

async function batchOf(grace: Actor): Promise<string> {
  const { seen } = await previewBatch(grace, {})
  const id = randomUUID()
  await beginBatch(grace, { id, seen, course: undefined, name: undefined }, now)
  return id
}

/** A course that Noor has bought. */
async function addressesOfOrder({ id: userId }: Actor) {
  const course = await publishPriced()
  const price = { title: 'Practitioner level', currency: 'GBP', priceMinor: 24000, totalMinor: 24000 }
  const paid = { session: 'complete', sessionId: 'cs_test_1', isPaid: true, paidAt: now } as const
  const { id } = await db().order.create({ data: { userId, courseId: course.id, placedAt: now, ...price, ...paid } })
  return { 'admin.orders.$id': `/admin/orders/${id}`, 'checkout.return': '/checkout/return?session=cs_test_1' }
}

/** A trust that Noor manages, with seats that it has. */
async function addressesOfSeats(noor: Actor) {
  const trust = await createTrust(noor)
  const id = await seatsOf(noor, trust, { quantity: 2 })
  await giveSeats(noor, id, ['new@trust.example'], now)
  return {
    'seats.organisations.$id': `/seats/organisations/${trust.id}`,
    'seats.$id': `/seats/${id}`,
    'seats.$id.invoice': `/seats/${id}/invoice`,
    'claim.$token': new URL(await makeClaimLink(noor, id, now)).pathname,
  }
}

async function addressesOfCertificate(noor: Actor, grace: Actor) {
  const completed = await enrolment(noor, await publishCourse())
  const [number] = (await issueAsSeen(grace, [completed])).issuedNumbers
  return {
    'verify.$number': `/verify/${number}`,
    'verify.$number.credential.json': `/verify/${number}/credential.json`,
    'api.credentials.$number': `/api/credentials/${number}`,
    'credentials.status.$list': '/credentials/status/revocation-1',
    'certificates.$number.history': `/certificates/${number}/history`,
    'accreditation.credentials.$number': `/accreditation/credentials/${number}`,
    'certificates.$number.png': `/certificates/${number}.png`,
    'certificates.$number.svg': `/certificates/${number}.svg`,
    'certificates.$number.json': `/certificates/${number}.json`,
    'certificates.$number.pdf': `/certificates/${number}.pdf`,
    // Another completed course, whose certificate waits to be issued.
    'accreditation.issue': `/accreditation/issue?enrolment=${await enrolment(noor, await publishCourse())}`,
    'accreditation.batches.$id': `/accreditation/batches/${await batchOf(grace)}`,
  }
}

/** Noor’s own page there. */
async function addressInRegister(noor: Actor): Promise<string> {
  await holdStatus(noor)
  const nothing = { showsProfession: false, town: '', country: '', languages: [], worksWith: [], isIndexable: false }
  await keepListing(noor, nothing, now)
  const { code } = await db().registerListing.findUniqueOrThrow({ where: { userId: noor.id } })
  return `/register/${code}`
}

async function mailTo({ email }: Actor): Promise<string> {
  await putIntoMailbox({ messageId: '<one@stance.example>', to: email, subject: 'A mail', text: 'Its text.', now })
  return (await db().mailboxMessage.findFirstOrThrow()).id
}

/** A paragraph of the first lesson that she marked. */
async function noteOf(noor: Actor): Promise<string> {
  const at = { course: COURSE, lesson: 'one' }
  const page = await viewLesson(noor, at, null)
  const anchor = typeof page === 'object' ? (page.paragraphs[0]?.id ?? '') : ''
  return (await markLessonWords(noor, at, { chosen: [{ anchor }] }, now)).ids[0] ?? ''
}
