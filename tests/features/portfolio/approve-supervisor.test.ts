import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
  approvalForm,
  approveSupervisor,
  endApproval,
  viewSupervisors,
} from '#app/features/portfolio/approve-supervisor.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'

let grace: Actor
beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
})

const wish = (changes: object = {}) =>
  approvalForm.parse({ email: 'vera@clinic.example', startsOn: '2026-09-01', ...changes })
const outside = { name: 'Vera Lund', profession: 'psychologist', isOutside: 'on' }

test('somebody with an account is approved for a time and gets the role, audited', async () => {
  const imre = await createAccount('Imre')
  expect(await approveSupervisor(grace, wish({ email: imre.email, endsOn: '2027-08-31' }), now)).toEqual({
    approved: 'Imre',
  })
  expect(await viewSupervisors()).toMatchObject([
    {
      id: imre.id,
      approvals: [{ startsOn: '2026-09-01', endsOn: '2027-08-31', approvedBy: 'Grace', isOutside: false }],
    },
  ])
  expect(await db().roleGrant.count({ where: { userId: imre.id, role: 'supervisor' } })).toBe(1)
  const [entry] = await db().auditEntry.findMany({ where: { action: 'supervisor.approved' } })
  expect(JSON.stringify(entry?.details)).not.toContain(imre.email)
})

test('somebody from outside gets an account without a password', async () => {
  expect(await approveSupervisor(grace, wish(outside), now)).toEqual({ approved: 'Vera Lund' })
  const vera = await db().user.findUniqueOrThrow({
    where: { email: 'vera@clinic.example' },
    include: { roleGrants: true },
  })
  expect(vera).toMatchObject({ passwordHash: null, emailConfirmedAt: null, roleGrants: [{ role: 'supervisor' }] })
  expect(await viewSupervisors()).toMatchObject([{ approvals: [{ isOutside: true }] }])
})

test('an address that nobody has asks for a name and a profession, and makes nothing', async () => {
  expect(await approveSupervisor(grace, wish(), now)).toMatchObject({ fault: { field: 'name' } })
  expect(await approveSupervisor(grace, wish({ name: 'Vera' }), now)).toMatchObject({ fault: { field: 'profession' } })
  expect(await db().user.count()).toBe(1)
})

test('nobody approves themselves, or ends their own approval', async () => {
  const own = await approveSupervisor(grace, wish({ email: grace.email }), now)
  expect(own).toMatchObject({ fault: { field: 'email' } })
  const approval = { userId: grace.id, startsOn: now, approvedById: grace.id, approvedAt: now }
  const { id } = await db().supervisorApproval.create({ data: approval })
  expect(await endApproval(grace, { id, lastDay: '2026-12-01' }, now)).toMatchObject({ fault: { field: 'lastDay' } })
})

test('two approvals of one person never share a day, also when two officers send them at once', async () => {
  await createAccount('Imre')
  const both = await Promise.all(
    [1, 2].map(() => approveSupervisor(grace, wish({ email: 'imre@people.example' }), now)),
  )
  expect(both.filter((one) => 'approved' in one)).toHaveLength(1)
  expect(both.find((one) => 'fault' in one)).toMatchObject({ fault: { field: 'startsOn' } })
})

test('a last day before the first is refused', () => {
  const result = approvalForm.safeParse({ email: 'v@x.example', startsOn: '2026-09-02', endsOn: '2026-09-01' })
  expect(result.error?.issues).toMatchObject([{ path: ['endsOn'] }])
})

test('an approval is ended with a last day, in the past as well, and never prolonged', async () => {
  await approveSupervisor(grace, wish(outside), now)
  const [{ approvals } = { approvals: [] }] = await viewSupervisors()
  const id = approvals[0]?.id ?? ''
  expect(await endApproval(grace, { id, lastDay: '2026-08-31' }, now)).toMatchObject({ fault: { field: 'lastDay' } })
  expect(await endApproval(grace, { id, lastDay: '2026-10-31' }, now)).toEqual({ isEnded: true })
  expect(await endApproval(grace, { id, lastDay: '2026-11-30' }, now)).toMatchObject({ fault: { field: 'lastDay' } })
  expect(await viewSupervisors()).toMatchObject([{ approvals: [{ endsOn: '2026-10-31' }] }])
  expect(await auditedActions()).toEqual(['supervisor.approved', 'supervisor.approval-ended'])
  const nothing = endApproval(grace, { id: 'nothing', lastDay: '2026-10-31' }, now)
  await expect(nothing).rejects.toMatchObject({ status: 404 })
})
