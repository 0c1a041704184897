import checker from '#app/features/credentials/file-check/check-file.worker.ts?worker&url'
import island from '#app/features/credentials/file-check/file-check.island.ts?worker&url'
import { FileField } from '#app/ui/file-field.tsx'
import './file-check.css'

/** Shown by its script alone: without one, the number is the way. */
export function FileCheck() {
  return (
    <section aria-labelledby="check-file" className="mt-14 grid max-w-form gap-4" data-file-check={checker} hidden>
      <h2 id="check-file" className="text-xl">
        Or check a file
      </h2>
      <div className="rounded-sm border border-line-strong border-dashed p-5">
        <FileField
          name="file"
          label="The PDF, badge or credential that you were sent"
          hint="Choose it, or drop it here. It is checked in this browser and is not sent anywhere."
          accept=".pdf,.png,.svg,.json"
        />
      </div>
      <div data-answer role="status" className="file-answer" />
      <script type="module" src={island} />
    </section>
  )
}
