import { requirePermission } from '#app/auth/guards.server.ts'
import { viewOwnCohorts } from '#app/features/cohorts/view-own-cohorts.server.ts'
import { viewMyLearning } from '#app/features/learning/view-my-learning.server.ts'
import { requestContext } from '#app/http/context.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { CompletedCourses, CoursesToBegin, CoursesUnderWay } from './course-lists.tsx'
import { NextSession } from './next-session.tsx'
import { OwnCohorts } from './own-cohorts.tsx'
import { KeptPlaces, WaitingLists } from './places.tsx'
import { PracticeLine } from './practice-line.tsx'
import { VignettesToDo } from './vignettes-to-do.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'My learning · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { now } = args.context.get(requestContext)
  const [learning, own] = await Promise.all([viewMyLearning(actor, now), viewOwnCohorts(actor, now)])
  return { ...learning, ...own, zone: actor.timeZone, now }
}

export default function Learn({ loaderData }: Route.ComponentProps) {
  const { underWay, completed, vignettes, practice, notBegun, session, cohorts, waits, zone, now } = loaderData
  const [kept, waiting] = [waits.filter(({ offerUntil }) => offerUntil), waits.filter(({ offerUntil }) => !offerUntil)]
  const hasBegun = underWay.length + completed.length > 0
  return (
    <>
      <PageHeader
        title="My learning"
        actions={
          <div className="flex flex-wrap gap-2">
            <LinkButton variant="quiet" href="/learn/notes">
              My notes
            </LinkButton>
            <LinkButton variant="quiet" href="/glossary">
              Glossary
            </LinkButton>
          </div>
        }
      />
      <div className="grid gap-12">
        {kept.length > 0 && <KeptPlaces waits={kept} zone={zone} />}
        {!hasBegun && <NothingBegun first={notBegun.find(({ price }) => price === 'free')?.slug} />}
        {practice.questions > 0 && <PracticeLine practice={practice} />}
        {session && <NextSession session={session} zone={zone} />}
        {underWay.length > 0 && <CoursesUnderWay courses={underWay} />}
        {vignettes.length > 0 && <VignettesToDo vignettes={vignettes} zone={zone} now={now} />}
        {cohorts.length > 0 && <OwnCohorts cohorts={cohorts} zone={zone} />}
        {waiting.length > 0 && <WaitingLists waits={waiting} />}
        {completed.length > 0 && <CompletedCourses courses={completed} zone={zone} />}
        {notBegun.length > 0 && <CoursesToBegin courses={notBegun} />}
      </div>
    </>
  )
}

function NothingBegun({ first }: { first: string | undefined }) {
  return (
    <EmptyState
      title="You have not started a course yet"
      actions={first && <LinkButton href={`/courses/${first}`}>See the first course</LinkButton>}
    >
      <p>
        Each course is a handful of lessons of about twenty minutes, with questions after each one. You can stop
        anywhere and pick up again there.
      </p>
    </EmptyState>
  )
}
