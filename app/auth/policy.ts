import type { Role } from '#app/domain/people.ts'

/**
 * Who may do what. Whose record it is (one's own attempt, a script allocated to oneself) is checked in the use case as well;
 * nobody ever decides about their own work.
 */
export const policy = {
  'learning.study': ['trainee'],
  'assessment.answer': ['trainee'],
  'progress.read': ['trainee'],
  'appeals.lodge': ['trainee'],
  'portfolio.keep': ['trainee'],
  'applications.apply': ['trainee'],
  // Staff reach all of them; anybody else only what was referred to them.
  'applications.read': ['accreditation_staff', 'training_lead', 'supervisor'],
  'applications.decide': ['accreditation_staff'],
  'supervision.countersign': ['supervisor'],
  'supervisors.approve': ['accreditation_staff'],
  'statements.read': ['accreditation_staff'],
  'marking.mark': ['training_lead'],
  'marking.release': ['training_lead'],
  'marking.allocate': ['training_lead', 'administrator'],
  'calibration.practise': ['training_lead'],
  'moderation.review': ['training_lead'],
  'similarity.read': ['training_lead'],
  'agreement.read': ['training_lead', 'administrator'],
  'standards.set': ['training_lead'],
  'panels.manage': ['training_lead'],
  'content.author': ['training_lead', 'administrator'],
  'appeals.decide': ['training_lead', 'accreditation_staff'],
  'adjustments.manage': ['accreditation_staff', 'administrator'],
  'cohorts.read': ['training_lead', 'administrator'],
  'prerequisites.waive': ['training_lead', 'accreditation_staff', 'administrator'],
  'cohorts.manage': ['training_lead', 'administrator'],
  'certificates.issue': ['accreditation_staff'],
  'trainings.check': ['accreditation_staff'],
  'providers.manage': ['accreditation_staff'],
  'pathways.oversee': ['accreditation_staff'],
  'concerns.read': ['accreditation_staff', 'administrator'],
  'people.manage': ['administrator'],
  'mail.read': ['administrator'],
  'orders.refund': ['accreditation_staff', 'administrator'],
  'ledger.read': ['administrator'],
  'invoices.settle': ['administrator'],
  // Only where to find them: which seats one manages goes by the organisation.
  'seats.manage': ['seat_manager'],
  // Not whoever marks as well: entries tell whose script is whose.
  'audit.read': ['accreditation_staff', 'administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof policy

export const can = (holder: { roles: readonly Role[] }, permission: Permission): boolean =>
  (policy[permission] as readonly Role[]).some((role) => holder.roles.includes(role))
