import type { Permission } from '#app/auth/policy.ts'
import type { FormKind } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import { viewTrainingToCheck } from '#app/features/accreditation/check-training.server.ts'
import { viewApplication } from '#app/features/accreditation/view-applications.server.ts'
import { readConcern } from '#app/features/concerns/read-concerns.server.ts'
import { viewDeskCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { previewStatuses } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { viewDifferences } from '#app/features/marking/view-differences.server.ts'
import { viewApplying } from '#app/features/pathway/view-applying.server.ts'
import { ownEntry } from '#app/features/portfolio/own-entry.server.ts'
import { viewClip } from '#app/features/portfolio/rate-clip.server.ts'
import { viewSupervisee } from '#app/features/portfolio/send-statement.server.ts'
import { viewOwnAppeal } from '#app/features/review/lodge-appeal.server.ts'
import { readAppeal } from '#app/features/review/read-appeals.server.ts'
import { viewRubricChanges } from '#app/features/review/review-rubric-change.server.ts'
import { viewModeration } from '#app/features/review/view-moderations.server.ts'
import { viewSimilarity } from '#app/features/similarity/review-similarity.server.ts'
import { idParam } from '#app/http/params.ts'

type Asked = {
  actor: Actor
  /** What the form is about, and the parts of it where it is named by several. */
  subject: string
  parts: [string, string]
  now: Date
}

type FormRule = {
  /** Null: whoever is signed in. */
  permission: Permission | null
  /** Finds what the form is about, as its page does. Throws 404 for what its page would not show. */
  find: (asked: Asked) => unknown
}

/** Who may keep what they write into a form: whoever may open the page that it stands on. */
export const formRules: Record<FormKind, FormRule> = {
  statement: {
    permission: 'supervision.countersign',
    find: ({ actor, subject }) => viewSupervisee(actor, idParam(subject)),
  },
  countersigning: { permission: 'supervision.countersign', find: ({ subject }) => oneOf(['own'], subject) },
  'clip-rating': {
    permission: 'supervision.countersign',
    find: ({ actor, subject }) => viewClip(actor, idParam(subject)),
  },
  'portfolio-entry': { permission: 'portfolio.keep', find: findEntry },
  'own-application': { permission: 'applications.apply', find: findOwnApplication },
  application: { permission: 'applications.read', find: findApplication },
  'training-check': {
    permission: 'trainings.check',
    find: ({ actor, subject }) => viewTrainingToCheck(actor, idParam(subject)),
  },
  credential: { permission: 'certificates.issue', find: findCredential },
  'status-return': { permission: 'certificates.issue', find: findStatus },
  appeal: {
    permission: 'appeals.lodge',
    find: ({ actor, parts: [slug, number], now }) => viewOwnAppeal(actor, { slug, number: whole(number) }, now),
  },
  'appeal-decision': {
    permission: 'appeals.decide',
    find: ({ actor, subject }) => readAppeal(actor, idParam(subject)),
  },
  moderation: {
    permission: 'moderation.review',
    find: ({ actor, parts: [cohortId, id] }) => viewModeration(actor, { cohortId, id }),
  },
  similarity: {
    permission: 'similarity.read',
    find: ({ actor, parts: [cohortId, finding] }) => viewSimilarity(actor, cohortId, finding),
  },
  'rubric-change': {
    permission: 'moderation.review',
    find: ({ actor, subject }) => viewRubricChanges(actor, subject, 1),
  },
  proposal: { permission: 'marking.mark', find: ({ actor, subject }) => viewDifferences(actor, subject) },
  concern: { permission: null, find: ({ subject }) => oneOf(['new'], subject) },
  'concern-outcome': { permission: 'concerns.read', find: ({ subject }) => readConcern(idParam(subject)) },
}

/** One that is corrected, or one that is new. */
async function findEntry({ actor, parts: [name, id] }: Asked): Promise<void> {
  const kind = oneOf(['case', 'supervision', 'cpd'], name)
  if (id !== 'new') await ownEntry(actor, kind, idParam(id))
}

/** Of one's own, what is done with it; of a renewal, the status too. */
async function findOwnApplication({ actor, parts: [intent, statusId], now }: Asked): Promise<void> {
  if (intent !== 'renew') return void oneOf(['apply.', 'answer.', 'appeal.'], `${intent}.${statusId}`)
  const applying = await viewApplying(actor, now)
  if (!applying?.statuses.some(({ id }) => id === statusId)) throw notThere()
}

async function findApplication({ actor, parts: [id, intent], now }: Asked): Promise<void> {
  oneOf(['ask', 'refer', 'opinion', 'decide', 'decide-appeal'], intent)
  await viewApplication(actor, idParam(id), now)
}

async function findCredential({ actor, parts: [number, intent], now }: Asked): Promise<void> {
  oneOf(['suspend', 'lift', 'revoke', 'reissue', 'refuse-correction'], intent)
  await viewDeskCredential(actor, number, now)
}

async function findStatus({ actor, subject, now }: Asked): Promise<void> {
  const previews = await previewStatuses(actor, [idParam(subject)], now)
  if (previews.length === 0) throw notThere()
}

function oneOf<const Name extends string>(names: readonly Name[], name: string): Name {
  const known = names.find((one) => one === name)
  if (!known) throw notThere()
  return known
}

/** Anything but a small whole number is no attempt's number. */
const whole = (number: string) => (/^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0)

const notThere = () => new Response('There is no such form.', { status: 404 })
