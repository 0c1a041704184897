import { inChoice } from '#app/domain/listing.ts'
import { settings } from '#app/env.server.ts'
import { openApi } from '#app/features/credentials/api/openapi.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [
  { title: 'Verifying by software · Stance' },
  {
    name: 'description',
    content: 'How software checks a Stance certificate: an address, its answers, and the keys of the issuer.',
  },
]

/** The OpenAPI document as a page: whatever changes there changes here. */
export function loader() {
  const { info, paths, components } = openApi(settings().appUrl)
  return {
    description: info.description,
    operations: Object.entries(paths).map(([path, { get }]) => ({
      path,
      summary: get.summary,
      answers: Object.entries(get.responses).map(([status, { description }]) => ({ status, description })),
    })),
    fields: Object.entries(components.schemas.Credential.properties).map(([name, field]) => ({
      name,
      type: inChoice([field.type].flat()),
      description: 'description' in field ? field.description : '',
    })),
  }
}

export default function Api({ loaderData: { description, operations, fields } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="Verifying by software" lead={description} />
      <div className="grid max-w-measure gap-12">
        {operations.map((operation) => (
          <Operation key={operation.path} {...operation} />
        ))}
        <Fields fields={fields} />
        <p>
          The same as an <a href="/api/openapi.json">OpenAPI document</a>. Files that you were sent can be checked
          without us: they are Open Badges 3.0, signed with <code>eddsa-rdfc-2022</code>.
        </p>
      </div>
    </>
  )
}

type Loaded = Route.ComponentProps['loaderData']

function Operation({ path, summary, answers }: Loaded['operations'][number]) {
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{summary}</h2>
      <p>
        <code className="wrap-anywhere">GET {path}</code>
      </p>
      <dl className="grid gap-2">
        {answers.map(({ status, description }) => (
          <div key={status} className="flex gap-4">
            <dt className="w-10 shrink-0 font-medium tabular-nums">{status}</dt>
            <dd>{description.replaceAll('`', '')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Fields({ fields }: Pick<Loaded, 'fields'>) {
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">What the answer holds</h2>
      <dl className="grid gap-3">
        {fields.map(({ name, type, description }) => (
          <div key={name} className="grid gap-1 sm:grid-cols-[10rem_1fr]">
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <span className="block text-ink-muted">{type}</span>
              {description.replaceAll('`', '')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
