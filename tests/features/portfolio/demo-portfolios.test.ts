import { expect, test } from 'vitest'
import { listEntries } from '#app/db/portfolio.server.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { ofKind } from '#app/features/portfolio/entries-of-kind.ts'
import { viewCases } from '#app/features/portfolio/view-cases.server.ts'
import { viewSupervision } from '#app/features/portfolio/view-supervision.server.ts'
import { readCast } from '#prisma/demo/cast.ts'
import { approveSupervisors, keepingFrom, keepPortfolio } from '#prisma/demo/keeping.ts'
import { createMembers, memberOf } from '#prisma/demo/people.ts'
import { readPortfolios } from '#prisma/demo/portfolios.ts'
import { now } from '#tests/support/accounts.ts'

const FILES = 'content/demo'
const joinedAt = new Date(now.getTime() - 88 * DAY_MS)

/** Days of the week on which the demonstration is made. */
test.each([0, 3])('the demonstration is kept by the rules of everybody, begun on day %i', async (day) => {
  const today = new Date(now.getTime() + day * DAY_MS)
  const { cast, trainees } = readCast(FILES)
  const members = await createMembers([...cast, ...trainees], today)
  const { approvals, people } = readPortfolios(FILES)
  await approveSupervisors(approvals, members, { at: joinedAt, now: today })
  for (const portfolio of people)
    await keepPortfolio(portfolio, members, keepingFrom(memberOf(members, portfolio.by), joinedAt, today))

  const sol = memberOf(members, 'sol').actor
  const complete = (await viewCases(sol)).filter(
    ({ body, supervisionMinutes }) => body.endedOn && body.sessions.length >= 24 && supervisionMinutes >= 240,
  )
  expect(complete).toHaveLength(4)
  expect(complete.filter(({ body }) => body.diagnosis === 'borderline').length).toBeGreaterThanOrEqual(2)
  const log = await viewSupervision(sol, today)
  expect(log.totals.minutes).toBeGreaterThanOrEqual(16 * 60)
  expect(log.sessions.every(({ isCounted }) => isCounted)).toBe(true)
  expect(ofKind(await listEntries(sol.id), 'reflection').filter(({ body }) => body.isReport)).toHaveLength(1)

  const noor = await viewCases(memberOf(members, 'noor').actor)
  expect(noor.every(({ body }) => body.endedOn === null && body.sessions.length < 24)).toBe(true)
})
