import type { ComponentProps } from 'react'
import { Form } from 'react-router'
import { MATERIAL_ENDINGS } from '#app/domain/live/material-file.ts'
import { SessionFileLink } from '#app/features/cohorts/session-file-link.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'

type FilesProps = { files: readonly ComponentProps<typeof SessionFileLink>['file'][]; fault: FormFault | undefined }

/** The materials that lie here, beside those that are linked. */
export function Files({ files, fault }: FilesProps) {
  return (
    <section aria-labelledby="files">
      <h2 id="files" className="mb-4 text-2xl">
        Files
      </h2>
      {files.length === 0 && <p className="text-ink-muted">No file yet.</p>}
      <ul className="border-line border-b empty:border-0">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-t py-3">
            <div className="min-w-0 grow">
              <SessionFileLink file={file} />
            </div>
            <Form method="post">
              <input type="hidden" name="file" value={file.id} />
              <Button variant="quiet" name="intent" value="remove-file">
                Take away<span className="sr-only"> {file.name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" encType="multipart/form-data" noValidate className="mt-6 grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <input type="hidden" name="intent" value="add-file" />
        <FileField
          name="materialFile"
          label="A file"
          hint="A PDF, slides (PPTX, ODP), a DOCX or an image, of at most 10 MB. The cohort can save it, and whoever made this session up with it."
          errors={fault?.errors.materialFile}
          accept={MATERIAL_ENDINGS}
          required
        />
        <Button variant="secondary" className="justify-self-start">
          Add the file
        </Button>
      </Form>
    </section>
  )
}
