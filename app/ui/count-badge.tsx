const MOST = 99

export function CountBadge({
  count,
  label,
  className = '',
}: {
  count?: number | undefined
  label?: string | undefined
  className?: string
}) {
  if (!count) return null
  return (
    <span
      className={`min-w-5.5 rounded-full bg-accent px-1.5 text-center font-semibold text-on-accent text-xs leading-5.5 tabular-nums forced-colors:border ${className}`}
    >
      {count > MOST ? `${MOST}+` : count}
      <span className="sr-only"> {label ?? 'waiting'}</span>
    </span>
  )
}
