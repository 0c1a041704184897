import type { Permission } from '#app/auth/policy.ts'
import type { Role } from '#app/domain/people.ts'

export type Who = 'everybody' | 'whoever is signed in' | Permission

/** `ofOthers`: what belongs to somebody else is as good as absent, but for these roles. */
export type Rule = Who | { who: Who; ofOthers: readonly Role[] }

const ownOnly = (who: Who, ...ofOthers: Role[]): Rule => ({ who, ofOthers })

/** Who may ask for what (GET) and send what (POST), by the folder of the route under app/routes. */
export const access: Record<string, { GET?: Rule; POST?: Rule }> = {
  home: { GET: 'everybody' },
  'courses.$slug': { GET: 'everybody', POST: 'learning.study' },
  verify: { GET: 'everybody' },
  'verify.$number': { GET: 'everybody' },
  healthz: { GET: 'everybody' },
  readyz: { GET: 'everybody' },
  'well-known.did.json': { GET: 'everybody' },
  'credentials.status.$list': { GET: 'everybody' },
  'verify.$number.credential.json': { GET: 'everybody' },
  'dev.components': { GET: 'everybody' },
  'dev.mail': { GET: 'everybody' },
  'dev.mail.$id': { GET: 'everybody' },
  'not-found': { GET: ownOnly('everybody'), POST: ownOnly('everybody') },

  'sign-up': { GET: 'everybody', POST: 'everybody' },
  'sign-in': { GET: 'everybody', POST: 'everybody' },
  'sign-out': { GET: 'everybody', POST: 'everybody' },
  confirm: { GET: 'everybody', POST: 'everybody' },
  'confirm.$token': { GET: 'everybody', POST: 'everybody' },
  'reset-password': { GET: 'everybody', POST: 'everybody' },
  'reset-password.$token': { GET: 'everybody', POST: 'everybody' },
  'stop-mails.$token': { GET: 'everybody', POST: 'everybody' },
  'invitation.$token': { GET: 'everybody', POST: 'everybody' },

  'app-layout': { GET: 'whoever is signed in' },
  settings: { GET: 'whoever is signed in' },
  'settings.profile': { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  'settings.password': { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  'settings.sessions': { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  'settings.notices': { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  'settings.keyboard': { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  notices: { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  concern: { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  certificates: { GET: 'whoever is signed in' },
  'certificates.$number.json': { GET: ownOnly('whoever is signed in', 'accreditation_staff') },
  'certificates.$number.pdf': { GET: ownOnly('whoever is signed in', 'accreditation_staff') },

  learn: { GET: 'learning.study' },
  'learn.$course': { GET: 'learning.study' },
  'learn.$course.$lesson': { GET: 'learning.study', POST: 'learning.study' },
  progress: { GET: 'progress.read', POST: 'progress.read' },
  'progress.timeline': { GET: 'progress.read' },
  'progress.pathways.$slug': { GET: 'progress.read', POST: 'progress.read' },

  portfolio: { GET: 'portfolio.keep' },
  'portfolio.entries.$id': { GET: ownOnly('portfolio.keep') },
  'portfolio.import': { GET: 'portfolio.keep', POST: 'portfolio.keep' },
  'portfolio.cases': { GET: 'portfolio.keep' },
  'portfolio.cases.new': { GET: 'portfolio.keep', POST: 'portfolio.keep' },
  'portfolio.cases.$id': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },
  'portfolio.cases.$id.correct': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },
  'portfolio.supervision': { GET: 'portfolio.keep' },
  'portfolio.supervision.new': { GET: 'portfolio.keep', POST: 'portfolio.keep' },
  'portfolio.supervision.$id': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },
  'portfolio.cpd': { GET: 'portfolio.keep' },
  'portfolio.cpd.new': { GET: 'portfolio.keep', POST: 'portfolio.keep' },
  'portfolio.cpd.$id': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },
  'portfolio.reflections': { GET: 'portfolio.keep' },
  'portfolio.reflections.new': { GET: 'portfolio.keep', POST: 'portfolio.keep' },
  'portfolio.reflections.$id': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },
  'portfolio.reflections.$id.correct': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },

  'vignettes.$slug': { GET: 'assessment.answer', POST: 'assessment.answer' },
  'vignettes.$slug.answer': { GET: 'assessment.answer', POST: ownOnly('assessment.answer') },
  'vignettes.$slug.attempts.$number': { GET: ownOnly('assessment.answer'), POST: ownOnly('assessment.answer') },
  'vignettes.$slug.attempts.$number.appeal': { GET: ownOnly('appeals.lodge'), POST: ownOnly('appeals.lodge') },
  appeals: { GET: 'appeals.decide' },
  // Whoever is involved in an appeal does not find it.
  'appeals.$id': { GET: 'appeals.decide', POST: 'appeals.decide' },
  'drafts.$kind.$subject': { POST: ownOnly('assessment.answer') },

  'portfolio.clips': { GET: 'portfolio.keep' },
  'portfolio.clips.new': { GET: 'portfolio.keep', POST: 'portfolio.keep' },
  'portfolio.clips.$id': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },
  'portfolio.trainings': { GET: 'portfolio.keep' },
  'portfolio.trainings.new': { GET: 'portfolio.keep', POST: 'portfolio.keep' },
  'portfolio.trainings.$id': { GET: ownOnly('portfolio.keep'), POST: ownOnly('portfolio.keep') },
  // Shows and erases what is one's own, also of somebody who is a trainee no longer.
  'portfolio.retention': { GET: 'whoever is signed in', POST: 'whoever is signed in' },
  'portfolio.export.json': { GET: 'portfolio.keep' },
  'portfolio.export.csv': { GET: 'portfolio.keep' },
  'portfolio.files.$id': { GET: ownOnly('whoever is signed in', 'accreditation_staff') },
  'countersign.$token': { GET: 'everybody', POST: 'everybody' },
  'portfolio.countersigning': { GET: 'portfolio.keep', POST: ownOnly('portfolio.keep') },
  supervision: { GET: 'supervision.countersign', POST: ownOnly('supervision.countersign') },
  'supervision.clips.$id': { GET: ownOnly('supervision.countersign'), POST: ownOnly('supervision.countersign') },
  'supervision.$trainee': { GET: ownOnly('supervision.countersign') },
  'supervision.$trainee.statement': {
    GET: ownOnly('supervision.countersign'),
    POST: ownOnly('supervision.countersign'),
  },
  'accreditation.supervisors': { GET: 'supervisors.approve', POST: 'supervisors.approve' },
  'accreditation.statements.$id': { GET: 'statements.read' },

  marking: { GET: 'marking.mark', POST: 'marking.mark' },
  'marking.$code.differences': { GET: ownOnly('marking.mark'), POST: ownOnly('marking.mark') },
  'marking.$code': { GET: ownOnly('marking.mark'), POST: ownOnly('marking.mark') },
  'marking.drift': { GET: 'marking.mark' },
  'marking.comments': { GET: 'marking.mark', POST: 'marking.mark' },
  'marking.conflicts': { GET: 'marking.allocate', POST: 'marking.allocate' },
  // Whoever practises, and whoever answers for the marking.
  calibration: { GET: 'marking.allocate' },
  'calibration.$benchmark': { GET: 'calibration.practise', POST: 'calibration.practise' },
  'marking.release': { GET: 'marking.release', POST: 'marking.release' },
  cohorts: { GET: 'cohorts.read' },
  'cohorts.new': { GET: 'cohorts.manage', POST: 'cohorts.manage' },
  'cohorts.$id.extensions': {
    GET: ownOnly('cohorts.manage', 'administrator'),
    POST: ownOnly('cohorts.manage', 'administrator'),
  },
  'cohorts.$id.pathway': { GET: ownOnly('cohorts.read', 'administrator') },
  'cohorts.$id.marking': {
    GET: ownOnly('marking.allocate', 'administrator'),
    POST: ownOnly('marking.allocate', 'administrator'),
  },
  'cohorts.$id': {
    GET: ownOnly('cohorts.read', 'administrator'),
    POST: ownOnly('cohorts.manage', 'administrator'),
  },
  'cohorts.$id.moderation': { GET: ownOnly('moderation.review'), POST: ownOnly('moderation.review') },
  'cohorts.$id.moderation.$moderation': { GET: ownOnly('moderation.review'), POST: ownOnly('moderation.review') },
  'cohorts.$id.rubric-changes': { GET: ownOnly('moderation.review'), POST: ownOnly('moderation.review') },
  'cohorts.$id.agreement': {
    GET: ownOnly('agreement.read', 'administrator'),
    POST: ownOnly('agreement.read', 'administrator'),
  },
  'cohorts.$id.agreement.csv': { GET: ownOnly('agreement.read', 'administrator') },
  'cohorts.$id.standard': { GET: ownOnly('standards.set'), POST: ownOnly('standards.set') },
  'cohorts.$id.similarity': { GET: ownOnly('similarity.read') },
  'cohorts.$id.similarity.$finding': { GET: ownOnly('similarity.read'), POST: ownOnly('similarity.read') },

  // Shows what is one's own.
  panels: { GET: 'whoever is signed in' },
  'panels.new': { GET: 'panels.manage', POST: 'panels.manage' },
  'panels.$id': { GET: ownOnly('panels.manage'), POST: ownOnly('panels.manage') },
  'panels.$id.answer': { GET: ownOnly('whoever is signed in'), POST: ownOnly('whoever is signed in') },

  'progress.application': { GET: 'applications.apply', POST: 'applications.apply' },
  'progress.evidence.pdf': { GET: 'progress.read' },
  applications: { GET: 'applications.read' },
  'applications.$id.evidence.pdf': { GET: ownOnly('applications.read', 'accreditation_staff') },
  'applications.$id': {
    GET: ownOnly('applications.read', 'accreditation_staff'),
    POST: ownOnly('applications.read', 'accreditation_staff'),
  },

  accreditation: { GET: 'certificates.issue' },
  'accreditation.issue': { GET: 'certificates.issue', POST: 'certificates.issue' },
  'accreditation.candidates': { GET: 'pathways.oversee' },
  'accreditation.providers': { GET: 'providers.manage', POST: 'providers.manage' },
  'accreditation.trainings': { GET: 'trainings.check' },
  'accreditation.trainings.$id': { GET: 'trainings.check', POST: 'trainings.check' },
  concerns: { GET: 'concerns.read' },
  'concerns.$id': { GET: 'concerns.read', POST: 'concerns.read' },
  // Only leads to the list of people.
  admin: { GET: 'everybody' },
  'admin.people': { GET: 'people.manage' },
  'admin.people.invite': { GET: 'people.manage', POST: 'people.manage' },
  'admin.people.$id': { GET: 'people.manage', POST: 'people.manage' },
  'admin.adjustments': { GET: 'adjustments.manage', POST: 'adjustments.manage' },
  'admin.mail': { GET: 'mail.read', POST: 'mail.read' },
}
