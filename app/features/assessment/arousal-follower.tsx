import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ArousalGauge } from '#app/ui/arousal-gauge.tsx'

/** A turn is being read while it crosses this band of the window: below the top, above the middle. */
const READING_BAND = '-15% 0px -55% 0px'

type ArousalFollowerProps = {
  /** Turn by turn; absent where a turn has none. */
  levels: readonly (number | undefined)[]
  children: ReactNode
}

/**
 * Keeps the arousal of the turn that is being read in sight while one scrolls. It only repeats what stands beside each turn, so
 * nothing is lost without it, and it is not read out.
 */
export function ArousalFollower({ levels, children }: ArousalFollowerProps) {
  const place = useRef<HTMLDivElement>(null)
  const [level, setLevel] = useState(() => levels.find((one) => one !== undefined))
  useEffect(() => {
    const turns = [...(place.current?.querySelectorAll<HTMLElement>('[data-arousal]') ?? [])]
    const inBand = new Set<Element>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) inBand.add(target)
          else inBand.delete(target)
        const read = turns.findLast((turn) => inBand.has(turn))
        if (read) setLevel(Number(read.dataset.arousal))
      },
      { rootMargin: READING_BAND },
    )
    for (const turn of turns) observer.observe(turn)
    return () => observer.disconnect()
  }, [])
  if (level === undefined) return children
  return (
    <div ref={place}>
      <p
        aria-hidden="true"
        className="sticky top-14 z-10 mb-2 flex flex-wrap items-center gap-x-2 lg:top-0 border-line border-b bg-paper py-2 print:hidden noscript:hidden"
      >
        <ArousalGauge level={level} />
        <span className="text-ink-muted text-xs">where you are reading</span>
      </p>
      {children}
    </div>
  )
}
