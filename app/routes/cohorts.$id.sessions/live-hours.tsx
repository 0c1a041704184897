import { Form } from 'react-router'
import { hoursNumber, hoursWords } from '#app/domain/live/hours-words.ts'
import type { viewSessions } from '#app/features/cohorts/view-sessions.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Cohort = Awaited<ReturnType<typeof viewSessions>>

type LiveHoursProps = { cohort: Cohort; timeZones: readonly string[]; fault: FormFault | undefined }

/** In which time the cohort's sessions are planned, and how many hours it asks for. */
export function LiveHours({ cohort, timeZones, fault }: LiveHoursProps) {
  const { timeZone, liveMinutes } = cohort
  const typed = (name: string, kept: string) => String(fault?.values[name] ?? kept)
  return (
    <section aria-labelledby="hours">
      <h2 id="hours" className="mb-4 text-2xl">
        Hours live and time zone
      </h2>
      <p className="mb-6 max-w-measure text-ink-muted">{plannedWords(cohort)}</p>
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField
          name="liveHours"
          label="Hours live that the cohort asks for"
          hint="Such as 18. Left empty, it asks for what its sessions come to."
          inputMode="decimal"
          defaultValue={typed('liveHours', liveMinutes === null ? '' : hoursNumber(liveMinutes))}
          errors={fault?.errors.liveHours}
        />
        <SelectField
          name="timeZone"
          label="Time zone of the cohort"
          hint="In which sessions are written. Those that are planned stay at their moment."
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={typed('timeZone', timeZone)}
          errors={fault?.errors.timeZone}
        />
        <Button variant="secondary" name="intent" value="set-hours" className="justify-self-start">
          Save hours and time zone
        </Button>
      </Form>
    </section>
  )
}

function plannedWords({ sessions, liveMinutes }: Cohort): string {
  const planned = sessions.filter(({ isCancelled }) => !isCancelled).reduce((sum, one) => sum + one.countsMinutes, 0)
  const come = `The sessions planned come to ${hoursWords(planned)} live.`
  if (liveMinutes === null || planned >= liveMinutes) return come
  return `${come} The cohort asks for ${hoursNumber(liveMinutes)}: ${hoursNumber(liveMinutes - planned)} more.`
}
