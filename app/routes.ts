import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  // Pages for everybody: no script of the framework, nothing personal.
  layout('routes/public-layout/route.tsx', [
    index('routes/home/route.tsx'),

    // Coming in.
    route('sign-up', 'routes/sign-up/route.tsx'),
    route('sign-in', 'routes/sign-in/route.tsx'),
    route('confirm', 'routes/confirm/route.tsx'),
    route('confirm/:token', 'routes/confirm.$token/route.tsx'),
    route('reset-password', 'routes/reset-password/route.tsx'),
    route('reset-password/:token', 'routes/reset-password.$token/route.tsx'),
    route('invitation/:token', 'routes/invitation.$token/route.tsx'),
    route('claim/:token', 'routes/claim.$token/route.tsx'),
    route('stop-mails/:token', 'routes/stop-mails.$token/route.tsx'),
    route('countersign/:token', 'routes/countersign.$token/route.tsx'),
    route('dev/mail', 'routes/dev.mail/route.tsx'),
    route('dev/mail/:id', 'routes/dev.mail.$id/route.tsx'),

    // Courses.
    route('courses/:slug', 'routes/courses.$slug/route.tsx'),
    route('glossary', 'routes/glossary/route.tsx'),
    route('pathways/:slug', 'routes/pathways.$slug/route.tsx'),

    // Verifying a certificate.
    route('verify', 'routes/verify/route.tsx'),
    route('verify/:number', 'routes/verify.$number/route.tsx'),
    route('api', 'routes/api/route.tsx'),

    // The public register.
    route('register', 'routes/register/route.tsx'),
    route('register/check', 'routes/register.check/route.tsx'),
    route('register/:code', 'routes/register.$code/route.tsx'),
  ]),

  // Pages for whoever is signed in.
  layout('routes/app-layout/route.tsx', [
    // One's own account.
    route('settings', 'routes/settings/route.tsx', [
      index('routes/settings.profile/route.tsx'),
      route('password', 'routes/settings.password/route.tsx'),
      route('sessions', 'routes/settings.sessions/route.tsx'),
      route('notices', 'routes/settings.notices/route.tsx'),
      route('calendar', 'routes/settings.calendar/route.tsx'),
      route('keyboard', 'routes/settings.keyboard/route.tsx'),
      route('register', 'routes/settings.register/route.tsx'),
      route('purchases', 'routes/settings.purchases/route.tsx'),
    ]),
    route('notices', 'routes/notices/route.tsx'),
    route('checkout/return', 'routes/checkout.return/route.tsx'),
    route('concern', 'routes/concern/route.tsx'),

    // Seats that an organisation pays.
    route('seats', 'routes/seats/route.tsx'),
    route('seats/new', 'routes/seats.new/route.tsx'),
    route('seats/organisations/:id', 'routes/seats.organisations.$id/route.tsx'),
    route('seats/:id', 'routes/seats.$id/route.tsx'),
    route('seats/:id/invoice', 'routes/seats.$id.invoice/route.tsx'),

    // Staff and administrators.
    route('concerns', 'routes/concerns/route.tsx'),
    route('concerns/:id', 'routes/concerns.$id/route.tsx'),
    route('admin/people', 'routes/admin.people/route.tsx'),
    route('admin/people/invite', 'routes/admin.people.invite/route.tsx'),
    route('admin/people/:id', 'routes/admin.people.$id/route.tsx'),
    route('admin/mail', 'routes/admin.mail/route.tsx'),
    route('admin/orders', 'routes/admin.orders/route.tsx'),
    route('admin/orders/:id', 'routes/admin.orders.$id/route.tsx'),
    route('admin/invoices', 'routes/admin.invoices/route.tsx'),
    route('admin/audit', 'routes/admin.audit/route.tsx'),
    route('admin/adjustments', 'routes/admin.adjustments/route.tsx'),

    // Learning.
    route('learn', 'routes/learn/route.tsx'),
    route('learn/practice', 'routes/learn.practice/route.tsx'),
    route('learn/practice/question', 'routes/learn.practice.question/route.tsx'),
    route('learn/sessions', 'routes/learn.sessions/route.tsx'),
    route('learn/notes', 'routes/learn.notes/route.tsx'),
    route('learn/notes/:id', 'routes/learn.notes.$id/route.tsx'),
    route('learn/:course', 'routes/learn.$course/route.tsx'),
    route('learn/:course/enrolment', 'routes/learn.$course.enrolment/route.tsx'),
    route('learn/:course/:lesson', 'routes/learn.$course.$lesson/route.tsx'),
    route('learn/:course/:lesson/ask', 'routes/learn.$course.$lesson.ask/route.tsx'),
    route('search', 'routes/search/route.tsx'),
    route('progress', 'routes/progress/route.tsx'),
    route('progress/timeline', 'routes/progress.timeline/route.tsx'),
    route('progress/pathways/:slug', 'routes/progress.pathways.$slug/route.tsx'),

    // The portfolio: what one keeps oneself, and every version of it.
    route('portfolio', 'routes/portfolio/route.tsx'),
    route('portfolio/entries/:id', 'routes/portfolio.entries.$id/route.tsx'),
    route('portfolio/import', 'routes/portfolio.import/route.tsx'),
    route('portfolio/cases', 'routes/portfolio.cases/route.tsx'),
    route('portfolio/cases/new', 'routes/portfolio.cases.new/route.tsx'),
    route('portfolio/cases/:id', 'routes/portfolio.cases.$id/route.tsx'),
    route('portfolio/cases/:id/correct', 'routes/portfolio.cases.$id.correct/route.tsx'),
    route('portfolio/supervision', 'routes/portfolio.supervision/route.tsx'),
    route('portfolio/supervision/new', 'routes/portfolio.supervision.new/route.tsx'),
    route('portfolio/supervision/:id', 'routes/portfolio.supervision.$id/route.tsx'),
    route('portfolio/cpd', 'routes/portfolio.cpd/route.tsx'),
    route('portfolio/cpd/new', 'routes/portfolio.cpd.new/route.tsx'),
    route('portfolio/cpd/:id', 'routes/portfolio.cpd.$id/route.tsx'),
    route('portfolio/reflections', 'routes/portfolio.reflections/route.tsx'),
    route('portfolio/reflections/new', 'routes/portfolio.reflections.new/route.tsx'),
    route('portfolio/reflections/:id', 'routes/portfolio.reflections.$id/route.tsx'),
    route('portfolio/reflections/:id/correct', 'routes/portfolio.reflections.$id.correct/route.tsx'),
    route('portfolio/clips', 'routes/portfolio.clips/route.tsx'),
    route('portfolio/clips/new', 'routes/portfolio.clips.new/route.tsx'),
    route('portfolio/clips/:id', 'routes/portfolio.clips.$id/route.tsx'),
    route('portfolio/retention', 'routes/portfolio.retention/route.tsx'),
    route('portfolio/trainings', 'routes/portfolio.trainings/route.tsx'),
    route('portfolio/trainings/new', 'routes/portfolio.trainings.new/route.tsx'),
    route('portfolio/trainings/:id', 'routes/portfolio.trainings.$id/route.tsx'),

    // Vignettes: what it asks, the answer under way, one's own attempts.
    route('vignettes/:slug', 'routes/vignettes.$slug/route.tsx'),
    route('vignettes/:slug/answer', 'routes/vignettes.$slug.answer/route.tsx'),
    route('vignettes/:slug/attempts/:number', 'routes/vignettes.$slug.attempts.$number/route.tsx'),

    route('vignettes/:slug/attempts/:number/appeal', 'routes/vignettes.$slug.attempts.$number.appeal/route.tsx'),

    // Appeals, for whoever had no part in the marking.
    route('appeals', 'routes/appeals/route.tsx'),
    route('appeals/:id', 'routes/appeals.$id/route.tsx'),

    // Marking and cohorts.
    route('marking', 'routes/marking/route.tsx'),
    route('marking/release', 'routes/marking.release/route.tsx'),
    route('marking/conflicts', 'routes/marking.conflicts/route.tsx'),
    route('marking/drift', 'routes/marking.drift/route.tsx'),
    route('marking/comments', 'routes/marking.comments/route.tsx'),
    route('marking/:code', 'routes/marking.$code/route.tsx'),
    route('marking/:code/differences', 'routes/marking.$code.differences/route.tsx'),
    route('calibration', 'routes/calibration/route.tsx'),
    route('calibration/:benchmark', 'routes/calibration.$benchmark/route.tsx'),
    route('cohorts', 'routes/cohorts/route.tsx'),
    route('cohorts/new', 'routes/cohorts.new/route.tsx'),
    route('cohorts/:id', 'routes/cohorts.$id/route.tsx'),
    route('cohorts/:id/sessions', 'routes/cohorts.$id.sessions/route.tsx'),
    route('cohorts/:id/sessions/:session', 'routes/cohorts.$id.sessions.$session/route.tsx'),
    route('cohorts/:id/sessions/:session/attendance', 'routes/cohorts.$id.sessions.$session.attendance/route.tsx'),
    route('cohorts/:id/discussion', 'routes/cohorts.$id.discussion/route.tsx'),
    route('cohorts/:id/discussion/new', 'routes/cohorts.$id.discussion.new/route.tsx'),
    route('cohorts/:id/discussion/:thread', 'routes/cohorts.$id.discussion.$thread/route.tsx'),
    route('cohorts/:id/discussion/:thread/write', 'routes/cohorts.$id.discussion.$thread.write/route.tsx'),
    route('cohorts/:id/announcements', 'routes/cohorts.$id.announcements/route.tsx'),
    route('cohorts/:id/announcements/write', 'routes/cohorts.$id.announcements.write/route.tsx'),
    route('cohorts/:id/pathway', 'routes/cohorts.$id.pathway/route.tsx'),
    route('cohorts/:id/marking', 'routes/cohorts.$id.marking/route.tsx'),
    route('cohorts/:id/places', 'routes/cohorts.$id.places/route.tsx'),
    route('prerequisites', 'routes/prerequisites/route.tsx'),
    route('cohorts/:id/enrolments', 'routes/cohorts.$id.enrolments/route.tsx'),
    route('cohorts/:id/extensions', 'routes/cohorts.$id.extensions/route.tsx'),
    route('cohorts/:id/moderation', 'routes/cohorts.$id.moderation/route.tsx'),
    route('cohorts/:id/moderation/:moderation', 'routes/cohorts.$id.moderation.$moderation/route.tsx'),
    route('cohorts/:id/rubric-changes', 'routes/cohorts.$id.rubric-changes/route.tsx'),
    route('cohorts/:id/agreement', 'routes/cohorts.$id.agreement/route.tsx'),
    route('cohorts/:id/standard', 'routes/cohorts.$id.standard/route.tsx'),
    route('cohorts/:id/similarity', 'routes/cohorts.$id.similarity/route.tsx'),
    route('cohorts/:id/similarity/:finding', 'routes/cohorts.$id.similarity.$finding/route.tsx'),

    // Panels of experts: those that one leads, and those that one is invited to.
    route('panels', 'routes/panels/route.tsx'),
    route('panels/new', 'routes/panels.new/route.tsx'),
    route('panels/:id', 'routes/panels.$id/route.tsx'),
    route('panels/:id/answer', 'routes/panels.$id.answer/route.tsx'),

    // Countersigning: what a trainee asks for, and what stands before a supervisor.
    route('portfolio/countersigning', 'routes/portfolio.countersigning/route.tsx'),
    route('supervision', 'routes/supervision/route.tsx'),
    route('supervision/clips/:id', 'routes/supervision.clips.$id/route.tsx'),
    route('supervision/:trainee', 'routes/supervision.$trainee/route.tsx'),
    route('supervision/:trainee/statement', 'routes/supervision.$trainee.statement/route.tsx'),

    // Applications for a status: one's own, and those that staff or an assessor look at.
    route('progress/application', 'routes/progress.application/route.tsx'),
    route('applications', 'routes/applications/route.tsx'),
    route('applications/:id', 'routes/applications.$id/route.tsx'),

    // Certificates.
    route('certificates', 'routes/certificates/route.tsx'),
    route('certificates/:number/history', 'routes/certificates.$number.history/route.tsx'),
    route('accreditation', 'routes/accreditation/route.tsx'),
    route('accreditation/issue', 'routes/accreditation.issue/route.tsx'),
    route('accreditation/issue-all', 'routes/accreditation.issue-all/route.tsx'),
    route('accreditation/batches', 'routes/accreditation.batches/route.tsx'),
    route('accreditation/batches/:id', 'routes/accreditation.batches.$id/route.tsx'),
    route('accreditation/credentials', 'routes/accreditation.credentials/route.tsx'),
    route('accreditation/credentials/:number', 'routes/accreditation.credentials.$number/route.tsx'),
    route('accreditation/statuses', 'routes/accreditation.statuses/route.tsx'),
    route('accreditation/statuses/issue', 'routes/accreditation.statuses.issue/route.tsx'),
    route('accreditation/candidates', 'routes/accreditation.candidates/route.tsx'),
    route('accreditation/providers', 'routes/accreditation.providers/route.tsx'),
    route('accreditation/trainings', 'routes/accreditation.trainings/route.tsx'),
    route('accreditation/trainings/:id', 'routes/accreditation.trainings.$id/route.tsx'),
    route('accreditation/supervisors', 'routes/accreditation.supervisors/route.tsx'),
    route('accreditation/statements/:id', 'routes/accreditation.statements.$id/route.tsx'),
  ]),

  // Answers without a page.
  route('sign-out', 'routes/sign-out/route.ts'),
  route('admin', 'routes/admin/route.ts'),
  route('admin/orders/ledger.csv', 'routes/admin.orders.ledger.csv/route.ts'),
  route('stripe/webhook', 'routes/stripe.webhook/route.ts'),
  route('healthz', 'routes/healthz/route.ts'),
  route('readyz', 'routes/readyz/route.ts'),
  route('certificates/:number.json', 'routes/certificates.$number.json/route.ts'),
  route('certificates/:number.png', 'routes/certificates.$number.png/route.ts'),
  route('certificates/:number.svg', 'routes/certificates.$number.svg/route.ts'),
  route('verify/:number/credential.json', 'routes/verify.$number.credential.json/route.ts'),
  route('credentials/status/:list', 'routes/credentials.status.$list/route.ts'),
  route('register/check.csv', 'routes/register.check.csv/route.ts'),
  route('api/openapi.json', 'routes/api.openapi.json/route.ts'),
  route('api/credentials/:number', 'routes/api.credentials.$number/route.ts'),
  route('.well-known/did.json', 'routes/well-known.did.json/route.ts'),
  route('drafts/:kind/:subject', 'routes/drafts.$kind.$subject/route.ts'),
  route('learn/notes.md', 'routes/learn.notes.md/route.ts'),
  route('learn/notes.json', 'routes/learn.notes.json/route.ts'),
  route('learn/:course/:lesson.pdf', 'routes/learn.$course.$lesson.pdf/route.ts'),
  route('learn/:course/:lesson/notes', 'routes/learn.$course.$lesson.notes/route.ts'),
  route('learn/:course/:lesson/reading', 'routes/learn.$course.$lesson.reading/route.ts'),
  route('learn/:course/:lesson/media', 'routes/learn.$course.$lesson.media/route.ts'),
  route('learn/:course/:lesson/media/:file', 'routes/learn.$course.$lesson.media.$file/route.ts'),
  route('calendar/:secret.ics', 'routes/calendar.$secret/route.ts'),
  route('cohorts/:id/agreement.csv', 'routes/cohorts.$id.agreement.csv/route.ts'),
  route('progress/evidence.pdf', 'routes/progress.evidence.pdf/route.ts'),
  route('applications/:id/evidence.pdf', 'routes/applications.$id.evidence.pdf/route.ts'),
  route('certificates/:number.pdf', 'routes/certificates.$number.pdf/route.ts'),

  route('portfolio/export.json', 'routes/portfolio.export.json/route.ts'),
  route('portfolio/import.csv', 'routes/portfolio.import.csv/route.ts'),
  route('portfolio/export.csv', 'routes/portfolio.export.csv/route.ts'),
  route('portfolio/files/:id', 'routes/portfolio.files.$id/route.ts'),

  route('dev/components', 'routes/dev.components/route.tsx'),

  // Whatever is none of these.
  route('*', 'routes/not-found/route.tsx'),
] satisfies RouteConfig
