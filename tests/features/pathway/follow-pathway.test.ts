import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { attest } from '#app/features/pathway/attest.server.ts'
import { followPathway, viewMove } from '#app/features/pathway/follow-pathway.server.ts'
import { viewProgress } from '#app/features/pathway/view-progress.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { signed } from '#tests/support/portfolio.ts'
import { atOnce } from '#tests/support/somebody-waits.ts'
import { createSupervisor, keep, sessionWith } from '#tests/support/supervision.ts'

const PATHWAY = (version: number, minutes: number) => `title: Practice
version: ${version}
source: One body.
isDefault: true
requirements:
  - id: manual
    kind: attestation
    statement: I have read the manual.
    title: Manual read
    why: It is taken for granted.
  - id: supervision
    kind: sum
    evidence: supervision
    where: { supervisor: in-force, countersigned: true }
    of: minutes
    atLeast: ${minutes}
    title: Supervision
    why: It goes along.
`

const publish = async (version = 1, minutes = 60) =>
  publishContent(await contentFolder({ 'pathways/practice.yaml': PATHWAY(version, minutes) }), now)

const dayLater = new Date(now.getTime() + 24 * 3_600_000)

let noor: Actor

beforeEach(async () => {
  await publish()
  noor = await createAccount('Noor')
})

async function follow(slug: string, at = now) {
  const { to } = await viewMove(noor, slug, at)
  return followPathway(noor, { slug, seen: to.versionId }, at)
}

const requirement = async (id: string, at = now) =>
  (await viewProgress(noor, at))?.requirements.find((part) => part.id === id)

describe('what is kept in the portfolio', () => {
  test('counts once the supervisor has signed it, and says why not before', async () => {
    const supervisor = await createSupervisor('Sunniva')
    const id = await keep(noor, 'supervision', sessionWith(supervisor.id))
    expect(await requirement('supervision')).toMatchObject({
      state: 'under-way',
      notCounted: [{ id, reason: 'The supervisor has not countersigned it yet.' }],
    })
    await signed(id, supervisor.id)
    expect(await requirement('supervision')).toMatchObject({ state: 'met', counted: [{ id }] })
  })

  test('is read with all that is studied in one statement, whatever there is of it', async () => {
    await viewProgress(noor, now)
    const supervisor = await createSupervisor('Sunniva')
    for (const on of ['2026-10-05', '2026-10-12', '2026-10-19'])
      await keep(noor, 'supervision', sessionWith(supervisor.id, { on }))
    const { queries } = await countQueries(() => viewProgress(noor, now))
    expect(queries()).toBe(1)
  })
})

describe('a pathway that is followed', () => {
  test('is the one that is meant for most until somebody chooses', async () => {
    expect(await viewProgress(noor, now)).toMatchObject({ slug: 'practice', isChosen: false })
    expect(await db().pathwayPlacement.count()).toBe(0)
    expect(await follow('practitioner')).toBeNull()
    expect(await viewProgress(noor, now)).toMatchObject({
      slug: 'practitioner',
      isChosen: true,
      others: [{ slug: 'practice' }],
    })
  })

  test('stays in its version when a newer one is published, until the person moves', async () => {
    await follow('practice')
    await publish(2, 600)
    expect(await viewProgress(noor, now)).toMatchObject({ version: 1, newer: { slug: 'practice', version: 2 } })
    const { gaps } = await viewMove(noor, 'practice', now)
    expect(gaps).toMatchObject([{ id: 'supervision', change: 'changed', before: { need: 60 }, after: { need: 600 } }])
    await follow('practice', dayLater)
    expect(await viewProgress(noor, dayLater)).toMatchObject({ version: 2, newer: undefined })
  })

  test('is not moved to a version whose differences were not shown', async () => {
    const { to } = await viewMove(noor, 'practice', now)
    await publish(2, 600)
    expect(await followPathway(noor, { slug: 'practice', seen: to.versionId }, now)).toContain('has changed meanwhile')
    expect(await db().pathwayPlacement.count()).toBe(0)
  })

  test('is recorded, and choosing it again writes nothing', async () => {
    await atOnce(noor.id, [() => follow('practice'), () => follow('practice')])
    await follow('practice', dayLater)
    expect(await db().pathwayPlacement.count({ where: { userId: noor.id } })).toBe(1)
    expect(await db().auditEntry.count({ where: { action: 'pathway.followed', actorId: noor.id } })).toBe(1)
  })

  test('that is not offered is not there', async () => {
    await expect(viewMove(noor, 'elsewhere', now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('what one declares of oneself', () => {
  const say = (intent: 'attest' | 'take-back', at = now) => attest(noor, { intent, requirement: 'manual' }, at)

  test('meets the requirement, and whoever declares follows the pathway from then on', async () => {
    await say('attest')
    expect(await requirement('manual')).toMatchObject({ state: 'met' })
    expect(await viewProgress(noor, now)).toMatchObject({ isChosen: true })
  })

  test('can be taken back and said again on the same day; the last word counts and all stay on record', async () => {
    for (const intent of ['attest', 'take-back'] as const) await say(intent)
    expect(await requirement('manual')).toMatchObject({
      state: 'not-begun',
      because: [expect.stringContaining('took it back')],
    })
    await say('attest')
    expect(await requirement('manual')).toMatchObject({ state: 'met' })
    expect(await db().staffCheck.count({ where: { userId: noor.id, subject: 'attestation' } })).toBe(3)
    expect(await db().auditEntry.count({ where: { actorId: noor.id, action: { startsWith: 'attestation.' } } })).toBe(3)
  })

  test('is written once a day, however often it is sent at the same moment; taking back what was never said writes nothing', async () => {
    await say('take-back')
    await say('attest')
    await say('attest')
    await atOnce(noor.id, [() => say('attest', dayLater), () => say('attest', dayLater)])
    expect(await db().staffCheck.count({ where: { userId: noor.id } })).toBe(2)
    expect(await db().pathwayPlacement.count({ where: { userId: noor.id } })).toBe(1)
  })

  test('is only what the pathway asks for', async () => {
    await expect(attest(noor, { intent: 'attest', requirement: 'supervision' }, now)).rejects.toMatchObject({
      status: 404,
    })
  })
})
