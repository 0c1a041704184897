import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db, Prisma } from '#app/db/client.server.ts'
import { stateAt } from '#app/db/credential-state.server.ts'
import { type CredentialEvent, credentialState } from '#app/domain/credential/state.ts'
import { createAccount } from '#tests/support/accounts.ts'
import { holdStatus } from '#tests/support/held-statuses.ts'

const KINDS = ['suspended', 'lifted', 'revoked', 'superseded', 'lapsed'] as const
const day = (number: number) => new Date(Date.UTC(2026, 0, number))

/** At most one event a day: of two at one moment neither is the later. */
const someEvents = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...KINDS), fc.integer({ min: 0, max: 12 })), {
    maxLength: 4,
    selector: ([at]) => at,
  })
  .map((events) =>
    events.map(
      ([at, kind, until]): CredentialEvent => ({
        ...{ kind, at: day(at) },
        until: kind === 'suspended' && until > at ? day(until) : null,
      }),
    ),
  )
const someCredential = fc.record({
  validUntil: fc.option(fc.integer({ min: 1, max: 10 }).map(day)),
  events: someEvents,
})

test('the state by which a list is filtered is the state that is shown, whatever happened', async () => {
  const person = await createAccount('Noor')
  const cases = fc.sample(someCredential, { numRuns: 60, seed: 5 })
  const ids = new Map<string, (typeof cases)[number]>()
  for (const facts of cases) {
    const { id } = await holdStatus(person, { until: facts.validUntil })
    await db().credentialEvent.createMany({ data: facts.events.map((event) => ({ ...event, credentialId: id })) })
    ids.set(id, facts)
  }
  for (let number = 1; number <= 12; number++) {
    const rows = await db().$queryRaw<{ id: string; state: string }[]>`
      SELECT c.id, ${stateAt(Prisma.sql`c`, day(number))} AS state FROM credential c`
    const wanted = [...ids].map(([id, facts]) => [id, credentialState(facts, day(number)).state])
    expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual(Object.fromEntries(wanted))
  }
})
