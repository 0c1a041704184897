import { requirePermission } from '#app/auth/guards.server.ts'
import { type PracticeOverview, viewPractice } from '#app/features/learning/practice/view-practice.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { Fading } from './fading.tsx'
import { Today } from './today.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Practice · Stance' }]

export async function loader(args: Route.LoaderArgs): Promise<PracticeOverview> {
  const actor = await requirePermission(args, 'learning.study')
  return viewPractice(actor, args.context.get(requestContext).now)
}

export default function Practice({ loaderData: page }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/learn', label: 'My learning' }]} />}
        title="Practice"
        lead="Five minutes a day: the questions that you have answered come back, each a little before you would forget it."
      />
      {page.questions === 0 ? (
        <NothingInHand />
      ) : (
        <div className="grid gap-12">
          <Today page={page} />
          <Fading modules={page.modules} />
        </div>
      )}
    </>
  )
}

function NothingInHand() {
  return (
    <EmptyState
      title="There is nothing to practise yet"
      actions={<LinkButton href="/learn">Go to your courses</LinkButton>}
    >
      <p>
        Answer the questions at the end of a lesson. Each of them comes back here after a day or two, and then at
        growing distances for as long as you know it.
      </p>
    </EmptyState>
  )
}
