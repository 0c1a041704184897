import { durationWords } from '#app/domain/reading-time.ts'
import { inNumber } from '#app/domain/wording.ts'
import { WhatIsMeasured } from '#app/ui/measured-time.tsx'

/** The time that one spent, beside the hours that the course states. */
export const CourseTime = ({ activeSeconds, cpdHours }: { activeSeconds: number; cpdHours: number }) => (
  <section aria-labelledby="time" className="grid max-w-measure gap-1">
    <h2 id="time" className="text-lg">
      Time
    </h2>
    <p>
      Measured while you were reading: {durationWords(activeSeconds)}.{' '}
      {inNumber(cpdHours, { one: 'The course states 1 CPD hour.', other: 'The course states {n} CPD hours.' })}
    </p>
    <WhatIsMeasured />
  </section>
)
