import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type MaterialsProps = { materials: readonly { title: string; url: string }[]; fault: FormFault | undefined }

/** Slides, texts, a recording of the plenary: links that the cohort's trainees see beside the session. */
export function Materials({ materials, fault }: MaterialsProps) {
  const field = fieldsIn(fault)
  return (
    <section aria-labelledby="materials">
      <h2 id="materials" className="mb-4 text-2xl">
        Materials
      </h2>
      {materials.length === 0 && <p className="text-ink-muted">No link yet.</p>}
      <ul className="border-line border-b empty:border-0">
        {materials.map(({ title, url }) => (
          <li key={url} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-t py-3">
            <a href={url} rel="noreferrer" className="grow wrap-anywhere">
              {title}
            </a>
            <Form method="post">
              <input type="hidden" name="url" value={url} />
              <Button variant="quiet" name="intent" value="remove-material">
                Take away<span className="sr-only"> {title}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" noValidate className="mt-6 grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField {...field('materialTitle')} label="What it is" hint="Such as “Slides of the morning”." required />
        <TextField
          {...field('url')}
          type="url"
          label="Its link"
          hint="Begins with https://."
          autoComplete="off"
          required
        />
        <Button variant="secondary" name="intent" value="add-material" className="justify-self-start">
          Add the link
        </Button>
      </Form>
    </section>
  )
}
