import type { ReactNode } from 'react'
import type { StatusStep } from '#app/domain/credential/issue-status.ts'
import type { StatusPreview } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ItemSheet, RefusedItems, ReturnedNotice } from './item-sheet.tsx'

/** Of a status that was granted, what can be done with it in these steps. */
export const itemsIn = ({ items }: StatusPreview, steps: readonly StatusStep[]) =>
  items.filter(({ decision }) => decision.step !== null && steps.includes(decision.step))

type StepFormProps = {
  previews: readonly StatusPreview[]
  steps: readonly StatusStep[]
  intent: 'issue' | 'release'
  title: string
  lead: ReactNode
  button: string
}

/** Everything that is ready for the same step, to be confirmed at once. Draws nothing where there is nothing. */
export function StepForm({ previews, steps, intent, title, lead, button }: StepFormProps) {
  const ready = previews.filter((preview) => itemsIn(preview, steps).length > 0)
  if (ready.length === 0) return null
  return (
    <section aria-labelledby={`step-${steps[0]}`} className="grid gap-6">
      <div className="grid gap-1">
        <h2 id={`step-${steps[0]}`} className="text-2xl">
          {title}
        </h2>
        <p className="max-w-measure text-ink-muted">{lead}</p>
      </div>
      <form method="post" className="grid gap-8">
        {ready.map((preview) => (
          <div key={preview.statusRecordId} className="grid gap-5">
            <ReturnedNotice items={preview.items} />
            {itemsIn(preview, steps).map((item) => (
              <ItemSheet key={item.note ?? 'status'} preview={preview} item={item} />
            ))}
          </div>
        ))}
        <div>
          <Button name="intent" value={intent}>
            {button}
          </Button>
        </div>
      </form>
    </section>
  )
}

/** What nothing can be done with now, by person. Draws nothing where there is nothing. */
export function NotReady({ previews }: { previews: readonly StatusPreview[] }) {
  const some = previews
    .map((preview) => ({ ...preview, items: preview.items.filter(({ decision }) => decision.step === null) }))
    .filter(({ items }) => items.length > 0)
  if (some.length === 0) return null
  return (
    <section aria-labelledby="not-ready" className="grid gap-4">
      <h2 id="not-ready" className="text-2xl">
        Not to be issued here
      </h2>
      {some.map(({ statusRecordId, applicationId, holderName, items }) => (
        <div key={statusRecordId} className="grid gap-2">
          <h3 className="font-medium wrap-anywhere">
            <bdi>{holderName}</bdi>
          </h3>
          <RefusedItems items={items} />
          <p className="text-sm">
            <a href={`/applications/${applicationId}`}>
              The application<span className="sr-only"> of {holderName}</span>
            </a>
          </p>
        </div>
      ))}
    </section>
  )
}
