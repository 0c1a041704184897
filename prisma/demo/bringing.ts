import { db } from '#app/db/client.server.ts'
import { listEntries } from '#app/db/portfolio.server.ts'
import { CLIP_DOMAIN_IDS } from '#app/domain/portfolio/clip-domains.ts'
import { addDays, todayIn } from '#app/domain/portfolio/days.ts'
import { checkTraining } from '#app/features/accreditation/check-training.server.ts'
import { changeProvider } from '#app/features/accreditation/manage-providers.server.ts'
import { readCertificate } from '#app/features/portfolio/certificate-file.server.ts'
import { ofKind } from '#app/features/portfolio/entries-of-kind.ts'
import { keepClip, recordDestroyed } from '#app/features/portfolio/keep-clip.server.ts'
import { keepTraining } from '#app/features/portfolio/keep-training.server.ts'
import { demoCertificate } from './certificate.ts'
import type { DemoClip, DemoEvidence, DemoProvider, DemoTraining } from './evidence.ts'
import { type Member, type Members, memberOf } from './people.ts'

/** Nobody wrote anything down before they had an account; what is older was brought then. */
const JOINED_DAYS_AGO = 86

/** Noon of a day, which is the same day nearly everywhere; not before the person came nor after today. */
function momentOf(day: string, today: string): Date {
  const joinedOn = addDays(today, -JOINED_DAYS_AGO)
  return new Date(`${day < joinedOn ? joinedOn : day > today ? today : day}T12:00:00Z`)
}

/** Brings the evidence of the demonstration, when the cases that it belongs to are there. */
export async function bringEvidence({ providers, people }: DemoEvidence, members: Members, now: Date): Promise<void> {
  const today = todayIn('UTC', now)
  for (const provider of providers) await approve(provider, memberOf(members, provider.by), today)
  for (const { by, supervisor, checkedBy, clips, trainings } of people) {
    const owner = memberOf(members, by)
    for (const clip of clips) await bringClip(clip, { owner, supervisor: memberOf(members, supervisor), today })
    for (const training of trainings)
      await bringTraining(training, { owner, officer: checkedBy ? memberOf(members, checkedBy) : undefined, today })
  }
}

async function approve({ name, approvals }: DemoProvider, { actor }: Member, today: string): Promise<void> {
  for (const [index, { startsDaysAgo, endsDaysAgo, note }] of approvals.entries()) {
    const startsOn = addDays(today, -startsDaysAgo)
    const days = { startsOn, endsOn: endsDaysAgo === undefined ? null : addDays(today, -endsDaysAgo), note }
    const provider = index === 0 ? undefined : (await db().provider.findUniqueOrThrow({ where: { name } })).id
    const change = provider
      ? ({ intent: 'approve', provider, ...days } as const)
      : ({ intent: 'add', name, ...days } as const)
    must(await changeProvider(actor, change, momentOf(startsOn, today)), name)
  }
}

type OfClip = { owner: Member; supervisor: Member; today: string }

/** Entered three weeks after its session and rated a week later; destroyed a few days before it had to be. */
async function bringClip(clip: DemoClip, { owner, supervisor, today }: OfClip): Promise<void> {
  const cases = ofKind(await listEntries(owner.actor.id, 'case'), 'case').toReversed()
  const treatment = cases[clip.case - 1]
  const session = treatment?.body.sessions[clip.session - 1]
  if (!treatment || !session) throw new Error(`${owner.key} has no session ${clip.session} of case ${clip.case}.`)
  const destroyBy = addDays(session.on, clip.keptDays)
  const fields = {
    caseId: treatment.id,
    sessionNumber: clip.session,
    heldOn: session.on,
    minutes: 15,
    media: 'video',
    supervisorId: supervisor.actor.id,
    isConsentAttested: true,
    consentScope: 'supervision-and-assessment',
    destroyBy,
    destroyedOn: null,
    seenVersion: 0,
  } as const
  const kept = await keepClip(owner.actor, fields, momentOf(addDays(session.on, 21), today))
  if ('faults' in kept) throw new Error(`${owner.key}: ${JSON.stringify(kept.faults)}`)
  if (clip.rating) await rate(kept.id, clip.rating, supervisor, momentOf(addDays(session.on, 28), today))
  const destroyedOn = addDays(destroyBy, -4)
  if (destroyedOn < today)
    must(
      faultsOf(
        await recordDestroyed(owner.actor, kept.id, { destroyedOn, seenVersion: 1 }, momentOf(destroyedOn, today)),
      ),
      owner.key,
    )
}

async function rate(
  entryId: string,
  { levels, comment }: NonNullable<DemoClip['rating']>,
  { actor }: Member,
  ratedAt: Date,
) {
  const ratings = Object.fromEntries(CLIP_DOMAIN_IDS.map((id, index) => [id, levels[index] ?? null]))
  await db().clipRating.create({ data: { entryId, version: 1, supervisorId: actor.id, ratings, comment, ratedAt } })
}

type OfTraining = { owner: Member; officer: Member | undefined; today: string }

async function bringTraining({ daysAgo, provider, ...training }: DemoTraining, { owner, officer, today }: OfTraining) {
  const startedOn = addDays(today, -daysAgo)
  const endedOn = addDays(startedOn, training.days - 1)
  const { id } = await db().provider.findUniqueOrThrow({ where: { name: provider }, select: { id: true } })
  const { title, liveHours: hours } = training
  const bytes = await demoCertificate({ name: owner.name, title, provider, from: startedOn, to: endedOn, hours })
  const certificate = await readCertificate({ file: { name: `certificate-${training.training}.pdf`, bytes } })
  if (!certificate || 'fault' in certificate) throw new Error(`${owner.key} has no certificate.`)
  const fields = { ...training, provider: id, providerName: '', startedOn, endedOn, seenVersion: 0 }
  const sentAt = momentOf(addDays(endedOn, 10), today)
  const kept = await keepTraining(owner.actor, { fields, certificate, confirmed: [] }, sentAt)
  if ('faults' in kept) throw new Error(`${owner.key}: ${JSON.stringify(kept.faults)}`)
  if (!officer) return
  const found = { outcome: 'accepted', note: '', seenVersion: 1 } as const
  must(await checkTraining(officer.actor, kept.id, found, momentOf(addDays(endedOn, 17), today)), owner.key)
}

const faultsOf = (result: object) => ('faults' in result ? result.faults : null)

function must(fault: unknown, whose: string): void {
  if (fault) throw new Error(`${whose}: ${JSON.stringify(fault)}`)
}
