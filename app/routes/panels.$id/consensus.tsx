import type { PanelPage } from '#app/features/panels/view-panel.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { KeyPreview } from './key-preview.tsx'

type ConsensusProps = { panel: PanelPage; timeZone: string; fault: FormFault | undefined }

/** What the answers come to, and the button that makes it the key; then what was formed before. */
export function Consensus({ panel: { standing, preview, formed }, timeZone, fault }: ConsensusProps) {
  return (
    <section aria-labelledby="consensus-title" className="grid gap-6">
      <h2 id="consensus-title" className="text-2xl">
        Consensus
      </h2>
      <p className="max-w-measure">
        {standing.because} {preview && 'This is what they come to. Reasons are shown to trainees without names.'}
      </p>
      <ErrorSummary
        errors={(fault?.errors.consensus ?? []).map((message) => ({ id: '', message }))}
        title="The consensus was not formed"
      />
      {preview && (
        <>
          <div className="border-line border-y py-5">
            <KeyPreview preview={preview} />
          </div>
          <form id="consensus" method="post" className="grid justify-items-start gap-3">
            <input type="hidden" name="seen" value={preview.seen} />
            <Button name="intent" value="form">
              Form the consensus
            </Button>
            <p className="max-w-measure text-ink-muted text-sm">
              It is the key for this version from now on, and is kept as it is. When more have answered it can be formed
              again; scores keep the key that they were made with.
            </p>
          </form>
        </>
      )}
      {formed.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-lg">Formed so far</h3>
          <ol className="grid gap-2">
            {formed.map(({ formedAt, provenance }, index) => (
              <li key={formedAt} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <Time value={formedAt} zone={timeZone} style="date-time" />
                <ProvenanceTag provenance={provenance} />
                {index === 0 && <span className="text-ink-muted text-sm">in force</span>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}
