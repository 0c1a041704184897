import { expect, it } from 'vitest'
import { freePort } from '#scripts/database/port.ts'
import { startStandIn } from '#scripts/stripe/stand-in.ts'
import { OUTCOMES_SQL, openPages, ordersSql, sellingBy } from '#tests/support/orders-at-stripe.ts'
import { emptyDatabase, query, withTestServer } from './support/databases.ts'
import { projectFolder } from './support/folders.ts'
import { until } from './support/processes.ts'
import { serve } from './support/serving.ts'

withTestServer()

const SECRET = 'whsec_of_this_test'
/** It starts the whole platform twice. */
const TWO_STARTS_MS = 240_000
const READY = 'Stance is running at http://localhost:'

it(
  'enrols whoever paid although the server was killed between the payment and the enrolment',
  async () => {
    const [folder, { adminUrl, appUrl }, port] = [await projectFolder(), await emptyDatabase(), await freePort()]
    const webhook = { url: `http://localhost:${port}/stripe/webhook`, secret: SECRET }
    const standIn = await startStandIn({ webhook })
    const env = { PORT: `${port}`, DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl, ...sellingBy(standIn, SECRET) }
    const isQueued = async () =>
      (await query(adminUrl, `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'converge-order'`)).length > 0
    const outcome = async () => (await query(adminUrl, OUTCOMES_SQL))[0]
    try {
      const killed = await serve(folder, env)
      await killed.says(READY)
      const placed = await openPages(standIn, 1)
      await query(adminUrl, ordersSql(placed))
      // The ring is taken, and no look at Stripe succeeds any more.
      standIn.switches.fail = 1000
      standIn.pay(placed[0]?.sessionId ?? '')
      await until(isQueued)
      killed.child.kill('SIGKILL')
      await killed.ended
      expect(await outcome()).toMatchObject({ is_paid: false, enrolment: null })

      standIn.switches.fail = 0
      const stance = await serve(folder, env)
      await stance.says(READY)
      await until(async () => (await outcome())?.enrolment === 'active')
      expect(await outcome()).toMatchObject({ is_paid: true, total_minor: 18000, movements: 1 })
      stance.child.kill('SIGTERM')
      expect(await stance.ended, stance.said()).toBe(0)
    } finally {
      await standIn.stop()
    }
  },
  TWO_STARTS_MS,
)
