import { Comparison } from '#app/features/authoring/comparison.tsx'
import type { FilePage } from '#app/features/authoring/view-file.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

/** Which version is published, whose it is, and how it stands to the file that the installation brings. */
export function FileFacts({ page, timeZone }: { page: FilePage; timeZone: string }) {
  const { number, writtenAt, writtenBy, reason, openPoints, onlyRead, path } = page
  return (
    <div className="grid gap-5">
      <p className="max-w-measure">
        Version {number}, <Time value={writtenAt} zone={timeZone} />, {writtenBy ?? 'with the installation'}
        {reason && `: “${reason}”`}
        <span className="block break-all text-ink-muted text-sm">content/{path}</span>
      </p>
      {page.isHeld && (
        <Notice kind="caution" title="Not published yet">
          <p>
            Some of the texts do not go together. <a href="/author">See which</a>
          </p>
        </Notice>
      )}
      {onlyRead && <Notice>{onlyRead}</Notice>}
      {page.installed && <OtherThanInstalled name={page.name} standing={page.standing} installed={page.installed} />}
      {openPoints.length > 0 && (
        <details className="max-w-measure">
          <summary className="min-h-8 cursor-pointer text-primary">Points to confirm ({openPoints.length})</summary>
          <ul className="mt-2 list-disc ps-5">
            {openPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type OtherProps = { name: string; standing: FilePage['standing']; installed: NonNullable<FilePage['installed']> }

function OtherThanInstalled({ name, standing, installed: { number, differs } }: OtherProps) {
  const isToDecide = standing === 'file-changed'
  return (
    <details open={isToDecide}>
      <summary className="min-h-8 cursor-pointer text-primary">
        {isToDecide
          ? 'It was changed here, and the installation has brought another version since: take the one or the other'
          : 'It was changed here: what the installation’s file says'}
      </summary>
      <div className="mt-3 grid gap-4">
        <Comparison id="installed" title="From what is published to the installation’s file" differs={differs} />
        <p>
          <LinkButton variant="secondary" href={`/author/${name}/versions/${number}`}>
            Take the installation’s, version {number}
          </LinkButton>
        </p>
      </div>
    </details>
  )
}
