import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { answerField } from '#app/features/portfolio/answer-fields.ts'
import { now } from '../accounts.ts'
import { enterClip, enterTraining } from '../evidence.ts'
import { onePortfolio } from '../portfolio.ts'
import { askedSession, clipFor, keep, mailedLink } from '../supervision.ts'
import type { Area } from './area.ts'

/** Noor's practice: her portfolio, what she put before Imre and before staff, and her application. */
export async function oneOfPractice(noor: Actor, imre: Actor, grace: Actor): Promise<Area> {
  const portfolio = await onePortfolio(noor)
  const { requestId, entryId, ...supervision } = await supervisionOf(noor, imre)
  const addresses = {
    ...portfolio.addresses,
    ...supervision.addresses,
    ...(await addressesOfEvidence(noor, grace)),
    ...(await addressesOfApplication(noor)),
  }
  const sent = {
    ...portfolio.sent,
    'portfolio.countersigning': { form: { intent: 'withdraw', entry: entryId } },
    supervision: { form: { [answerField(requestId)]: 'signed' } },
    'progress.application': { form: { intent: 'apply' } },
    'applications.$id': { form: { intent: 'decide', favourable: 'yes', text: 'Everything is there, and I looked.' } },
  }
  return { addresses, sent }
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

/** What Noor has handed in, for staff to look at. */
async function addressesOfApplication(noor: Actor) {
  await changeOwnApplication(noor, { intent: 'apply', text: '', confirmed: 'on' }, now)
  const { id } = await db().application.findFirstOrThrow({ where: { userId: noor.id } })
  return {
    'applications.$id': `/applications/${id}`,
    'applications.$id.evidence.pdf': `/applications/${id}/evidence.pdf`,
  }
}
