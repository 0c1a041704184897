import type { Gap } from '#app/domain/pathway/gap-between.ts'
import { measureWords } from '#app/domain/pathway/wording.ts'
import { Status, Tag } from '#app/ui/tag.tsx'

const changes: Record<Gap['change'], string> = {
  new: 'New',
  gone: 'No longer asked for',
  changed: 'Asked otherwise, or stands otherwise',
}

/** Everything that would be different, requirement by requirement; what is not listed stays as it is. */
export function GapList({ gaps }: { gaps: readonly Gap[] }) {
  return (
    <ul className="border-line border-b">
      {gaps.map((gap) => (
        <li key={`${gap.change} ${gap.id}`} className="grid gap-2 border-line border-t py-4">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-medium">{gap.title}</span>
            <Tag>{changes[gap.change]}</Tag>
          </p>
          <dl className="grid gap-x-10 gap-y-2 sm:grid-cols-2">
            {'before' in gap && <Side title="Now" part={gap.before} />}
            {'after' in gap && <Side title="Then" part={gap.after} />}
          </dl>
        </li>
      ))}
    </ul>
  )
}

type Part = Extract<Gap, { change: 'new' }>['after']

function Side({ title, part }: { title: string; part: Part }) {
  return (
    <div>
      <dt className="text-ink-muted text-sm">{title}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Status status={part.state} />
        <span className="tabular-nums">{measureWords(part)}</span>
        {part.missing.length > 0 && (
          <span className="text-ink-muted text-sm">Still needed: {part.missing.join('; ')}</span>
        )}
      </dd>
    </div>
  )
}
