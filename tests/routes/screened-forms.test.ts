import { beforeEach, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { CLIP_DOMAIN_IDS } from '#app/domain/portfolio/clip-domains.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { answerField, reasonField } from '#app/features/portfolio/answer-fields.ts'
import { levelField } from '#app/features/portfolio/rating-fields.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask } from '#tests/support/built-app.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { askedSession, clipFor, createSupervisor, keep, treatment } from '#tests/support/supervision.ts'

/** Nobody in the cast: a patient. */
const NAMES_SOMEBODY = 'Noor told me that Sarah Whitcombe did not come that week.'

let noor: Actor
let imre: Actor
let grace: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  ;[noor, imre] = [await createAccount('Noor'), await createSupervisor('Imre')]
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
})

type Form = Record<string, string>
type Writing = { address: string; as: Actor; form: Form; saved: () => Promise<number> }

const WRITINGS: [what: string, writing: () => Promise<Writing>][] = [
  [
    'a supervisor’s reason for refusing',
    async () => {
      const { requestId } = await askedSession(noor, imre)
      return {
        ...{
          address: '/supervision',
          as: imre,
          saved: () => db().countersigning.count({ where: { answer: 'refused' } }),
        },
        form: { [answerField(requestId)]: 'refused', [reasonField(requestId)]: NAMES_SOMEBODY },
      }
    },
  ],
  [
    'the comment on a clip',
    async () => {
      const caseId = await keep(noor, 'case', treatment)
      const clipId = await keep(noor, 'clip', clipFor(imre.id), caseId)
      const levels = CLIP_DOMAIN_IDS.map((domain) => [levelField(domain), '4'])
      return {
        ...{ address: `/supervision/clips/${clipId}`, as: imre, saved: () => db().clipRating.count() },
        form: { ...Object.fromEntries(levels), version: '1', comment: NAMES_SOMEBODY },
      }
    },
  ],
  [
    'a supervisor’s statement',
    async () => {
      await askedSession(noor, imre)
      const texts = {
        work: 'Every week since spring.',
        strengths: 'Asks before explaining.',
        development: NAMES_SOMEBODY,
      }
      return {
        ...{ address: `/supervision/${noor.id}/statement`, as: imre, saved: () => db().supervisorStatement.count() },
        form: { ...texts, verdict: 'positive', sent: '0' },
      }
    },
  ],
  [
    'what goes with an application',
    async () => ({
      ...{ address: '/progress/application', as: noor, saved: () => db().application.count() },
      form: { intent: 'apply', text: NAMES_SOMEBODY, confirmed: 'on' },
    }),
  ],
  [
    'what staff ask for',
    async () => {
      await changeOwnApplication(noor, { intent: 'apply', text: '', confirmed: 'on' }, now)
      const { id } = await db().application.findFirstOrThrow({ select: { id: true } })
      return {
        ...{
          address: `/applications/${id}`,
          as: grace,
          saved: () => db().application.count({ where: { state: 'more_asked' } }),
        },
        form: { intent: 'ask', requirement: 'steps', text: NAMES_SOMEBODY },
      }
    },
  ],
]

test.each(WRITINGS)(
  '%s is not saved while it may name a patient, and is once that is answered for',
  async (_what, begin) => {
    const { address, as, form, saved } = await begin()
    const asked = await ask(address, { as, form })
    const html = await asked.text()
    expect(asked.status).toBe(400)
    expect(html).toContain('Not saved yet')
    expect(html).toContain('Sarah Whitcombe')
    // Who wrote it and whom it is about are no patients.
    const questions = [...html.matchAll(/name="(identifier\.[^"]+\.reason)"/g)].map(([, name]) => name ?? '')
    expect(questions).toHaveLength(1)
    expect(await saved()).toBe(0)

    const answers = Object.fromEntries(questions.map((name) => [name, 'invented']))
    expect((await ask(address, { as, form: { ...form, ...answers } })).status).toBe(302)
    expect(await saved()).toBe(1)
    const audited = await db().auditEntry.findFirstOrThrow({ where: { actorId: as.id }, orderBy: { id: 'desc' } })
    expect(audited.details).toMatchObject({ confirmedIdentifiers: [{ kind: 'name', reason: 'invented' }] })
    expect(JSON.stringify(audited.details)).not.toContain('Sarah')
  },
)
