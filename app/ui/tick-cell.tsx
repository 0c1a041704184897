import type { ReactNode } from 'react'

type TickCellProps = {
  name: string
  value: string
  /** Whom or what the row is about. */
  children: ReactNode
  /** Why it cannot be ticked. */
  because: string | null
  isTicked?: boolean
}

/** The first cell of a row that can be ticked, with what it is about as its label. */
export function TickCell({ name, value, children, because, isTicked = false }: TickCellProps) {
  const id = `${name}-${value}`
  return (
    <div className="flex gap-3">
      <input
        type="checkbox"
        className="choice"
        id={id}
        name={name}
        value={value}
        defaultChecked={isTicked && because === null}
        disabled={because !== null}
        aria-describedby={because ? `${id}-reason` : undefined}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="wrap-anywhere">
          {children}
        </label>
        {because && (
          <p id={`${id}-reason`} className="font-normal text-ink-muted text-sm">
            {because}
          </p>
        )}
      </div>
    </div>
  )
}
