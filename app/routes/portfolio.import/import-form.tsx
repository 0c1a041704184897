import { Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

const EXAMPLE = `kind,date,start,minutes,mode,supervisees,cases,supervisor,taken_away
supervision,2026-03-04,16:00,60,group,3,AB-12 CD-34,Name of your supervisor,To slow down before asking why.
session,2026-03-09,,50,,,AB-12,,`

/** Where a line is too long for the screen it breaks after a comma, and not within a word. */
const brokenAtCommas = (text: string) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the example never changes
  text.split(',').flatMap((cell, at) => (at === 0 ? [cell] : [',', <wbr key={at} />, cell]))

/** A log is pasted or uploaded; nothing is kept before its report was seen. */
export function ImportForm({ log, error }: { log: string; error: string | undefined }) {
  return (
    <form method="post" encType="multipart/form-data" className="grid max-w-form gap-5">
      <div className="grid gap-3">
        <h2 className="text-2xl">How a log is written</h2>
        <p>
          The first line names the columns. <code>supervision</code> needs all of them but the supervisees of an
          individual session; <code>session</code> needs the date, the minutes and the case. Cases go by their codes
          here, supervisors by their names, so that a case has to be there before its log.{' '}
          <a href="/portfolio/import.csv">Download a template</a> in which yours stand already.
        </p>
        <pre className="whitespace-pre-wrap rounded-md bg-sunk p-3 text-sm wrap-anywhere">
          {brokenAtCommas(EXAMPLE)}
        </pre>
      </div>
      <TextArea
        name="log"
        label="Your log as CSV"
        rows={10}
        className="font-mono text-sm"
        defaultValue={log}
        errors={error ? [error] : undefined}
      />
      <FileField name="file" label="Or a file" accept=".csv,text/csv" />
      <div>
        <Button name="intent" value="try" variant="secondary">
          See what it comes to
        </Button>
      </div>
    </form>
  )
}
