import { PersonSheet } from '#app/features/register/person-sheet.tsx'
import type { ShownPerson } from '#app/features/register/shown-person.ts'

type PreviewProps = { person: ShownPerson | undefined; isDraft: boolean; isListed: boolean }

/** The public page of somebody, drawn by what draws the public page. */
export function Preview({ person, isDraft, isListed }: PreviewProps) {
  if (!person) return null
  return (
    <section aria-labelledby="preview" className="grid content-start gap-4">
      <h2 id="preview" className="text-2xl">
        {isDraft || !isListed ? 'What the public would see' : 'What the public sees'}
      </h2>
      {isDraft && <p className="text-ink-muted">Nothing is kept yet.</p>}
      <div className="grid gap-5 rounded-md border border-line-strong bg-surface p-5 sm:p-6">
        <h3 className="text-2xl wrap-anywhere">
          <bdi>{person.name}</bdi>
        </h3>
        <PersonSheet person={person} headingLevel={4} />
      </div>
    </section>
  )
}
