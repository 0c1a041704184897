import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import type { Allocated } from '#app/features/marking/allocate-scripts.server.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Table } from '#app/ui/table.tsx'
import type { AllocationForm } from './change-marking.server.ts'

type AllocationPreviewProps = { cohortId: string; preview: Allocated; form: AllocationForm }

export function AllocationPreview({ cohortId, preview, form }: AllocationPreviewProps) {
  const { shares, total, left } = preview
  return (
    <section aria-labelledby="preview" className="rounded-lg border border-line-strong bg-surface p-5 sm:p-6">
      <h2 id="preview" className="mb-4 text-2xl">
        {total === 0 ? 'Nothing would be allocated' : `${total} would be allocated`}
      </h2>
      <Table
        caption="Who would get how many"
        hideCaption
        rows={shares}
        rowKey={({ markerId }) => markerId}
        columns={[
          { key: 'marker', header: 'Marker', cell: ({ name }) => name },
          { key: 'count', header: 'Scripts', numeric: true, cell: ({ count }) => count },
          { key: 'passed', header: 'Passed over', cell: ({ passedOver }) => passedOver.join(' ') || 'None' },
        ]}
      />
      {left > 0 && (
        <p className="mt-4 max-w-measure">
          {inNumber(left, {
            one: '1 script could go to none of them, and would wait for anybody else.',
            other: '{n} scripts could go to none of them, and would wait for anybody else.',
          })}
        </p>
      )}
      <Form method="post" action={`/cohorts/${cohortId}/marking`} className="mt-6 flex flex-wrap gap-3">
        <Fields form={form} />
        {total > 0 && (
          <Button name="intent" value="allocate">
            Allocate them
          </Button>
        )}
        <LinkButton href={`/cohorts/${cohortId}/marking`} variant="secondary">
          Leave it
        </LinkButton>
      </Form>
    </section>
  )
}

const Fields = ({ form }: { form: AllocationForm }) => (
  <>
    <input type="hidden" name="vignette" value={form.vignette} />
    <input type="hidden" name="most" value={form.most} />
    <input type="hidden" name="by" value={form.by} />
    <input type="hidden" name="seed" value={form.seed} />
    {form.markers.map((marker) => (
      <input key={marker} type="hidden" name="marker" value={marker} />
    ))}
  </>
)
