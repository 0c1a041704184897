/** What a measured time is, for whoever would take it for more. */
export const WhatIsMeasured = () => (
  <details>
    <summary className="min-h-8 cursor-pointer text-primary text-sm pointer-coarse:py-3">What is measured</summary>
    <p className="max-w-measure text-ink-muted text-sm">
      The time in which a lesson was open in front of you and you moved, typed or scrolled within the last minute. Two
      windows or devices at once count once. Reading on paper, without scripts or without a network is not counted.
      Nothing asks for this time: it counts towards no course and no status, and nobody is compared by it.
    </p>
  </details>
)
