import { MARK_GRID, MARK_STROKE, MARK_STROKE_WIDTH } from '#app/ui/mark-drawing.ts'

/** Two arcs that face each other: two minds, and the space between their perspectives. */
export function Mark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${MARK_GRID} ${MARK_GRID}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={MARK_STROKE_WIDTH}
      strokeLinecap="round"
      className={`shrink-0 ${className}`}
    >
      <path d={MARK_STROKE} />
    </svg>
  )
}
