import { type MarkFields, markField, NOT_RATEABLE } from '#app/domain/mark-form.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'

type Section = { href: string; label: string; title?: string; value?: string }

/** Where one can go in the mark, and what has been given so far. */
export function SectionNavigation({ rubric, fields }: { rubric: ShownRubric; fields: MarkFields }) {
  return (
    <nav aria-label="Sections of the mark">
      <ul className="flex gap-x-1 overflow-x-auto p-1">
        {sectionsOf(rubric, fields).map(({ href, label, title, value }) => (
          <li key={href} className="min-w-8 shrink-0 grow">
            <a href={href} className="grid min-h-target content-center text-center text-xs no-underline">
              <span>
                {label}
                {title && <span className="sr-only">. {title}</span>}
              </span>
              <b className="font-semibold text-ink tabular-nums">{value ?? <span aria-hidden="true">·</span>}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function sectionsOf(rubric: ShownRubric, fields: MarkFields): Section[] {
  const errorsSeen = rubric.criticalErrors.filter(({ id }) => fields[markField.error(id)]).length
  return [
    { href: '#answer', label: 'Answer' },
    ...rubric.criteria.map(({ id, title }, index) => ({
      href: `#criterion-${id}`,
      label: String(index + 1),
      title,
      value: levelSign(fields[markField.level(id)]),
    })),
    { href: '#global-rating', label: 'Global', value: levelSign(fields[markField.globalLevel]) },
    { href: '#critical-errors', label: 'Errors', value: errorsSeen > 0 ? String(errorsSeen) : undefined },
    { href: '#overall-comment', label: 'Overall', value: fields[markField.overallComment]?.trim() ? '✓' : undefined },
    { href: '#decision', label: 'Rule' },
  ]
}

const levelSign = (value: string | undefined) => (value === NOT_RATEABLE ? 'n. r.' : value)
