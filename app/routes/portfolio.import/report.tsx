import { inList } from '#app/domain/listing.ts'
import { whatIsIn } from '#app/domain/portfolio/words.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { ImportReport } from '#app/features/portfolio/import-log.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** What every line comes to. Only a log without a fault can be kept. */
export function Report({ report, log }: { report: ImportReport; log: string }) {
  const { faults, told, supervision, sessions, voided } = report
  const lines = log.split(/\r\n|\r|\n/)
  const isKeepable = faults.length === 0 && told.length > 0
  return (
    <section aria-labelledby="report" className="grid gap-5">
      <h2 id="report" className="text-2xl">
        What your log comes to
      </h2>
      {faults.length > 0 && (
        <Notice
          kind="critical"
          title={inNumber(faults.length, { one: '1 line cannot be kept', other: '{n} lines cannot be kept' })}
        >
          <ul className="grid list-disc gap-2 ps-5">
            {faults.map(({ line, message }) => (
              <li key={`${line} ${message}`} className="wrap-anywhere">
                <strong>Line {line}:</strong> {message}
                <code className="block text-ink-muted text-sm">{lines[line - 1]}</code>
              </li>
            ))}
          </ul>
          <p>Nothing has been kept. Mend these lines below, or in your file, and look again.</p>
        </Notice>
      )}
      {faults.length + told.length === 0 && <p>There is no line below the names of the columns.</p>}
      {told.length > 0 && (
        <p>
          {faults.length > 0
            ? `Once the rest is mended, this can be kept: ${whatIsIn({ supervision, sessions })}.`
            : `This can be kept: ${whatIsIn({ supervision, sessions })}.`}
          {voided.length > 0 && ` The countersignature of ${inList(voided)} would be void, since the case changes.`}
        </p>
      )}
      {isKeepable && (
        <form method="post" encType="multipart/form-data">
          <textarea name="log" defaultValue={log} readOnly hidden aria-hidden="true" tabIndex={-1} />
          <Button name="intent" value="keep">
            Keep all of it
          </Button>
        </form>
      )}
      {told.length > 0 && (
        <details>
          <summary className="min-h-target py-2">Line by line</summary>
          <ol className="grid gap-1">
            {told.map(({ line, says }) => (
              <li key={line}>
                <span className="text-ink-muted">Line {line}:</span> {says}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}
