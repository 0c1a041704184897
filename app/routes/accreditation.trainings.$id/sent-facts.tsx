import { trainingKindNames } from '#app/domain/portfolio/words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

/** What the trainee says, to be held against the certificate. */
export function SentFacts({ training }: { training: Route.ComponentProps['loaderData']['training'] }) {
  const { body, provider, approval } = training
  return (
    <DefinitionList
      facts={[
        { term: 'Training', value: trainingKindNames[body.training] },
        {
          term: 'Given by',
          value: (
            <>
              <span className="wrap-anywhere">{provider?.name}</span>
              <span className="block text-ink-muted text-sm">
                {approval.isApproved ? (
                  'Approved on every day of it'
                ) : (
                  <>
                    Not approved on <Time value={approval.firstDayWithout} zone="UTC" />.{' '}
                    <a href="/accreditation/providers">See the providers</a>
                  </>
                )}
              </span>
            </>
          ),
        },
        { term: 'First day', value: <Time value={body.startedOn} zone="UTC" /> },
        { term: 'Last day', value: <Time value={body.endedOn} zone="UTC" /> },
        { term: 'Training days', value: body.days },
        { term: 'Hours', value: `${body.liveHours} taught live, ${body.selfGuidedHours} in their own time` },
      ]}
    />
  )
}
