import { byNearness, type OpenRequirement, type OpenStanding } from '#app/domain/pathway/open-requirements.ts'
import { hrefOfTarget } from '#app/features/pathway/target.ts'

const titles: Record<OpenStanding, string> = {
  expired: 'Expired',
  'under-way': 'Under way, the nearest first',
  'not-begun': 'Not begun',
  staff: 'Checked by staff once you have applied',
}

/** What is open, by how it stands, each with what would complete it and where that is done. */
export const OpenRequirements = ({ gaps }: { gaps: readonly OpenRequirement[] }) =>
  byNearness(gaps).map(({ standing, parts }) => (
    <div key={standing}>
      <h3 className="mb-2 text-lg">
        {titles[standing]} <span className="text-ink-muted">{parts.length}</span>
      </h3>
      <ul className="border-line border-b">
        {parts.map((part) => (
          <Open key={part.id} part={part} isStaffs={standing === 'staff'} />
        ))}
      </ul>
    </div>
  ))

function Open({ part: { title, missing, next }, isStaffs }: { part: OpenRequirement; isStaffs: boolean }) {
  if (isStaffs) return <li className="border-line border-t py-2.5">{title}</li>
  return (
    <li className="grid items-baseline gap-x-6 gap-y-1 border-line border-t py-2.5 sm:grid-cols-[1fr_auto]">
      <div>
        <p className="font-medium">{title}</p>
        <ul className="text-ink-muted text-sm">
          {missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
      {next?.target ? (
        <a
          href={hrefOfTarget(next.target)}
          aria-label={`${next.text}: ${title}`}
          className="inline-flex items-center text-sm pointer-coarse:min-h-target"
        >
          {next.text}
        </a>
      ) : (
        next && <p className="text-ink-muted text-sm">{next.text}</p>
      )}
    </li>
  )
}
