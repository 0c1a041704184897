import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { discardText } from '#app/features/authoring/discard-text.server.ts'
import { publishSource } from '#app/features/authoring/publish-source.server.ts'
import { publishedWords } from '#app/features/authoring/published-words.ts'
import { viewFile } from '#app/features/authoring/view-file.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { checkAndShow } from './check-and-show.server.ts'
import { FileFacts } from './file-facts.tsx'
import { readSource } from './read-source.server.ts'
import { SourceWriter } from './source-writer.tsx'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.page.title ?? 'Content'} · Content · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'content.author')
  const page = await viewFile(actor, args.params.name)
  return { page, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'content.author')
  const { name } = args.params
  const { intent, ...sent } = await readSource(args.request)
  if (intent === 'discard') {
    await discardText(actor, name)
    return redirectWithFlash(`/author/${name}`, 'This is what is published.')
  }
  if (intent === 'check') {
    const shown = await checkAndShow(actor, name, sent)
    return data(shown, { status: 'refused' in shown ? 400 : 200 })
  }
  const published = await publishSource(actor, name, sent, args.context.get(requestContext).now)
  if ('refused' in published) {
    const { newer, isOvertaken } = published.refused
    return data(published, { status: newer || isOvertaken ? 409 : 400 })
  }
  return redirectWithFlash(`/author/${name}`, publishedWords(published))
}

export default function SourceFile({ loaderData, actionData }: Route.ComponentProps) {
  const { page, timeZone } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/author', label: 'Content' }]} />}
        eyebrow={page.kind}
        title={page.title}
        actions={
          <LinkButton variant="quiet" href={`/author/${page.name}/versions`}>
            Versions
          </LinkButton>
        }
      />
      <div className="grid gap-8">
        <FileFacts page={page} timeZone={timeZone} />
        {page.onlyRead ? (
          <pre className="source-text rounded-md border border-line bg-surface p-4">{page.text}</pre>
        ) : (
          <SourceWriter {...loaderData} answer={actionData} />
        )}
      </div>
    </>
  )
}
