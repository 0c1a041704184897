import { describe, expect, test } from 'vitest'
import { can, type Permission, policy } from '#app/auth/policy.ts'
import type { Role } from '#app/domain/people.ts'

/** Said a second time, by whom it is asked for: a permission given to one more role by a slip has to be given here too. */
const MAY: Record<Role, Permission[]> = {
  trainee: [
    'learning.study',
    'assessment.answer',
    'progress.read',
    'appeals.lodge',
    'portfolio.keep',
    'applications.apply',
  ],
  supervisor: ['supervision.countersign', 'applications.read'],
  training_lead: [
    'marking.mark',
    'marking.release',
    'marking.allocate',
    'calibration.practise',
    'moderation.review',
    'similarity.read',
    'agreement.read',
    'standards.set',
    'panels.manage',
    'content.author',
    'appeals.decide',
    'applications.read',
    'cohorts.read',
    'cohorts.manage',
    'prerequisites.waive',
  ],
  accreditation_staff: [
    'applications.read',
    'applications.decide',
    'supervisors.approve',
    'statements.read',
    'appeals.decide',
    'adjustments.manage',
    'prerequisites.waive',
    'certificates.issue',
    'trainings.check',
    'providers.manage',
    'pathways.oversee',
    'concerns.read',
    'orders.refund',
    'audit.read',
  ],
  seat_manager: ['seats.manage'],
  administrator: [
    'marking.allocate',
    'agreement.read',
    'content.author',
    'adjustments.manage',
    'cohorts.read',
    'cohorts.manage',
    'prerequisites.waive',
    'concerns.read',
    'people.manage',
    'mail.read',
    'orders.refund',
    'ledger.read',
    'invoices.settle',
    'audit.read',
  ],
}

const permissions = Object.keys(policy) as Permission[]

describe('alone', () => {
  test.each(Object.entries(MAY))('the role %s may do what is said of it and nothing else', (role, said) => {
    const has = permissions.filter((permission) => can({ roles: [role as Role] }, permission))
    expect(has.toSorted()).toEqual(said.toSorted())
  })

  test('nobody may anything without a role', () => {
    expect(permissions.filter((permission) => can({ roles: [] }, permission))).toEqual([])
  })
})
