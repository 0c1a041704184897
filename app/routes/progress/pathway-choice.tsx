import type { OfferedPathway, Progress } from '#app/features/pathway/view-progress.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'

const hrefOf = ({ slug }: Pick<OfferedPathway, 'slug'>) => `/progress/pathways/${slug}`

/** Above the pathway: whether it is one's own already, and whether there is a newer version of it. */
export function PathwayStanding({ progress }: { progress: Progress }) {
  const { isChosen, newer, slug } = progress
  if (!isChosen)
    return (
      <Notice
        title="You have not chosen a pathway yet"
        actions={<LinkButton href={hrefOf({ slug })}>Follow this pathway</LinkButton>}
      >
        <p>
          This is the one that most people follow. Once you follow it, you stay on the version of that day, whatever is
          changed later.
        </p>
      </Notice>
    )
  if (!newer) return null
  return (
    <Notice
      title={`There is a version ${newer.version} of this pathway`}
      actions={
        <LinkButton href={hrefOf(newer)} variant="secondary">
          See what would change for you
        </LinkButton>
      }
    >
      <p>You may stay on yours.</p>
    </Notice>
  )
}

/** The other pathways; the way to one leads past what it would change. */
export function OtherPathways({ others }: Pick<Progress, 'others'>) {
  if (others.length === 0) return null
  return (
    <section aria-labelledby="other-pathways">
      <h2 id="other-pathways" className="pb-2 text-2xl">
        Other pathways
      </h2>
      <p className="max-w-measure pb-3 text-ink-muted">
        What you have done counts there as well where it is asked for. You see what would change before anything does.
      </p>
      <ul className="border-line border-b">
        {others.map((pathway) => (
          <li key={pathway.slug} className="border-line border-t">
            <a href={hrefOf(pathway)} className="inline-flex min-h-target items-center">
              {pathway.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
