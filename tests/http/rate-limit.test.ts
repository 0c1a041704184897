import { RouterContextProvider } from 'react-router'
import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { deleteEndedWindows } from '#app/db/rate-windows.server.ts'
import { requestContext } from '#app/http/context.ts'
import { forgiveAttempts, type LimitedAction, limitRate } from '#app/http/rate-limit.server.ts'
import { now } from '#tests/support/accounts.ts'

const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

function from(clientAddress: string, at = now) {
  const context = new RouterContextProvider()
  context.set(requestContext, { id: 'test', nonce: '', now: at, clientAddress })
  return { context }
}

/** `undefined` when the attempt may go on, else what is answered. */
const attempt = (address: string, action: LimitedAction, account?: string, at?: Date): Promise<Response | undefined> =>
  limitRate(from(address, at), action, account).then(
    () => undefined,
    (thrown: Response) => thrown,
  )

describe('attempts to sign in', () => {
  test('are counted exactly when twenty come at once from twenty places: ten may go on', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) => attempt(`10.0.0.${place}`, 'sign-in', 'noor@people.example')),
    )
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(10)
    expect(answers.filter((answer) => answer?.status === 429)).toHaveLength(10)
  })

  test('beyond the limit are told when to come back, and may then', async () => {
    for (let count = 0; count < 10; count++) await attempt('10.0.0.1', 'sign-in', 'noor@people.example')
    const answer = await attempt('10.0.0.1', 'sign-in', 'noor@people.example', minutesLater(5))
    expect(answer?.headers.get('Retry-After')).toBe('600')
    expect(await attempt('10.0.0.1', 'sign-in', 'noor@people.example', minutesLater(15))).toBeUndefined()
  })

  test('on one account do not keep others at the same address out', async () => {
    for (let count = 0; count < 12; count++) await attempt('10.0.0.1', 'sign-in', 'noor@people.example')
    expect(await attempt('10.0.0.1', 'sign-in', 'ada@people.example')).toBeUndefined()
  })

  test('on ever other accounts from one address are stopped too', async () => {
    const answers: (Response | undefined)[] = []
    for (let count = 0; count < 201; count++)
      answers.push(await attempt('10.0.0.1', 'sign-in', `${count}@people.example`))
    expect(answers.at(199)).toBeUndefined()
    expect(answers.at(200)?.status).toBe(429)
  })

  test('that failed are forgotten once the owner has come in', async () => {
    for (let count = 0; count < 10; count++) await attempt('10.0.0.1', 'sign-in', 'noor@people.example')
    await forgiveAttempts('sign-in', 'noor@people.example')
    expect(await attempt('10.0.0.1', 'sign-in', 'noor@people.example')).toBeUndefined()
  })
})

test('one kind of attempt does not count against another', async () => {
  for (let count = 0; count < 6; count++) await attempt('10.0.0.1', 'reset-password', 'noor@people.example')
  expect(await attempt('10.0.0.1', 'sign-in', 'noor@people.example')).toBeUndefined()
})

test('the table of attempts names nobody', async () => {
  await attempt('10.0.0.1', 'sign-in', 'noor@people.example')
  expect(JSON.stringify(await db().rateWindow.findMany())).not.toMatch(/noor|10\.0\.0\.1/)
})

test('windows that have ended are swept away', async () => {
  await attempt('10.0.0.1', 'verify')
  expect(await deleteEndedWindows(now)).toBe(0)
  expect(await deleteEndedWindows(minutesLater(1))).toBe(1)
})
