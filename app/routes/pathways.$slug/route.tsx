import { data } from 'react-router'
import { noteNames, SPECIALIST_NOTES } from '#app/domain/credential/kinds.ts'
import { viewPathwayPage } from '#app/features/pathway/view-pathway-page.server.ts'
import { publicPage } from '#app/http/public-page.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.title ?? 'Pathway'} · Stance` },
  { name: 'description', content: `What the status “${loaderData?.title}” asks for, and what keeps it up.` },
]

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ params }: Route.LoaderArgs) {
  const { tag, ...shown } = await viewPathwayPage(params.slug)
  return data(shown, { headers: publicPage(tag) })
}

export default function PathwayPage({ loaderData }: Route.ComponentProps) {
  const { title, version, source, requirements, renewal } = loaderData
  return (
    <>
      <PageHeader eyebrow={`Version ${version}`} title={title} lead={source} />
      <div className="grid max-w-measure gap-12">
        <section aria-labelledby="requirements" className="grid gap-4">
          <h2 id="requirements" className="text-2xl">
            What it asks for
          </h2>
          <Requirements requirements={requirements} />
        </section>
        {renewal && (
          <section aria-labelledby="renewal" className="grid gap-4">
            <h2 id="renewal" className="text-2xl">
              What keeps it up
            </h2>
            <p>{renewal.every}</p>
            <Requirements requirements={renewal.requirements} />
          </section>
        )}
        <section aria-labelledby="notes" className="grid gap-4">
          <h2 id="notes" className="text-2xl">
            Specialist notes
          </h2>
          <p>Whoever holds the status may have a note of the work that their countersigned evidence shows:</p>
          <ul className="list-disc pl-6">
            {SPECIALIST_NOTES.map((note) => (
              <li key={note} id={`note-${note}`}>
                {noteNames[note]}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

const Requirements = ({ requirements }: { requirements: readonly { id: string; title: string; why: string }[] }) => (
  <dl className="grid gap-4">
    {requirements.map(({ id, title, why }) => (
      <div key={id} id={id}>
        <dt className="font-medium">{title}</dt>
        <dd className="text-ink-muted">{why}</dd>
      </div>
    ))}
  </dl>
)
