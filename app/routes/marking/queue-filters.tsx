import { SCRIPT_STATES, scriptStateNames } from '#app/domain/marking.ts'
import { figure } from '#app/domain/wording.ts'
import type { QueueCount, QueueView } from '#app/features/marking/view-queue.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { type QueueQuery, queueHref } from './query.ts'

export function QueueFilters({ query, queue }: { query: QueueQuery; queue: QueueView }) {
  return (
    <>
      <form method="get" action="/marking" className="mb-6 flex items-end gap-3">
        {query.state && <input type="hidden" name="state" value={query.state} />}
        <div className="min-w-0 flex-1 sm:max-w-80">
          <SelectField
            name="vignette"
            label="Vignette"
            defaultValue={query.vignette ?? ''}
            options={[
              { value: '', label: 'All vignettes' },
              ...queue.vignettes.map(({ slug, title }) => ({ value: slug, label: title })),
            ]}
          />
        </div>
        <Button variant="secondary">Show</Button>
      </form>
      <Tabs
        label="Scripts by state"
        tabs={[
          {
            href: queueHref(query, { state: undefined }),
            label: `All ${numberOf(queue.total)}`,
            current: !query.state,
          },
          ...SCRIPT_STATES.map((state) => ({
            href: queueHref(query, { state }),
            label: `${scriptStateNames[state]} ${numberOf(queue.counts[state])}`,
            current: query.state === state,
          })),
        ]}
      />
    </>
  )
}

/** "1,000+" where there are more and nobody counted on. */
const numberOf = ({ count, isMore }: QueueCount) => `${figure(count)}${isMore ? '+' : ''}`
