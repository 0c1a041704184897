import { Form } from 'react-router'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Of the first; every other is as long as the one before, until somebody says otherwise. */
const USUAL_MINUTES = 50

const RHYTHMS = [
  { value: 'once', label: 'Once' },
  { value: 'week', label: 'Every week' },
  { value: 'fortnight', label: 'Every two weeks' },
]

type AddSessionsProps = {
  today: string
  version: number
  /** Of the case's last session, if there is one. */
  lastMinutes: number | undefined
  fault: FormFault | undefined
}

/** One session, or a whole run of them: what only a run needs is folded away. */
export function AddSessions({ today, version, lastMinutes, fault }: AddSessionsProps) {
  const { text } = typedFields(fault, { on: today, minutes: `${lastMinutes ?? USUAL_MINUTES}`, rhythm: 'once' })
  const isRun = ['until', 'without', 'also', 'rhythm'].some(
    (name) => fault?.values[name] && text(name).defaultValue !== 'once',
  )
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary errors={errorsOf(fault)} />
      <input type="hidden" name="seenVersion" value={version} />
      <div className="grid grid-cols-[minmax(0,12rem)_6.5rem] items-end gap-4">
        <DateField {...text('on')} label="Day" required />
        <TextField {...text('minutes')} inputMode="numeric" label="Minutes" className="tabular-nums" required />
      </div>
      <details open={isRun}>
        <summary className="min-h-target py-2 text-primary">Several at once</summary>
        <div className="grid gap-5 border-line border-s ps-4 pt-2">
          <div className="grid grid-cols-[minmax(0,10rem)_minmax(0,12rem)] items-end gap-4">
            <SelectField {...text('rhythm')} label="From that day" options={RHYTHMS} />
            <DateField {...text('until')} label="Up to" />
          </div>
          <TextArea
            {...text('without')}
            label="Without"
            hint="Days on which there was none, apart by commas: 6/4/2026, 13 April 2026."
            rows={2}
          />
          <TextArea {...text('also')} label="And also" hint="Days that follow no rhythm." rows={2} />
        </div>
      </details>
      <div>
        <Button name="intent" value="add-sessions">
          Add to the case
        </Button>
      </div>
    </Form>
  )
}
