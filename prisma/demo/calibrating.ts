import { z } from 'zod'
import { benchmarkVersion } from '#app/content/catalogue.server.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { lockCalibrationMark } from '#app/features/calibration/lock-calibration-mark.server.ts'
import type { DemoMark } from './answers.ts'
import type { Clock } from './clock.ts'
import { markFields } from './mark-fields.ts'
import { type Members, memberOf } from './people.ts'
import { readYaml } from './read-yaml.ts'

const calibrationSchema = z.strictObject({
  marks: z.array(
    z.strictObject({
      marker: z.string(),
      benchmark: z.string(),
      off: z.record(z.string(), z.int()),
      missed: z.array(z.string()).default([]),
    }),
  ),
  /** Benchmark -> criterion, `global` or critical error -> what a mark owes there. */
  notes: z.record(z.string(), z.record(z.string(), z.string())),
})

export type DemoCalibration = z.output<typeof calibrationSchema>
type Practised = DemoCalibration['marks'][number]

export const readCalibration = (directory: string): DemoCalibration =>
  readYaml(directory, 'calibration.yaml', calibrationSchema)

/** Lets the markers practise on the benchmarks, one after the other in the order of the file. */
export async function practiseOnBenchmarks(calibration: DemoCalibration, members: Members, clock: Clock) {
  const { marks, notes } = calibration
  for (const [index, practised] of marks.entries()) {
    const { marker, benchmark: slug } = practised
    const earlier = marks.slice(0, index).filter((one) => one.marker === marker && one.benchmark === slug)
    const fields = markFields(await markOf(practised, notes[slug] ?? {}))
    const practice = { slug, round: earlier.length }
    const locked = await lockCalibrationMark(memberOf(members, marker).actor, practice, fields, clock.after(3))
    if ('faults' in locked) throw new Error(`${marker} on ${slug}: ${JSON.stringify(locked.faults)}`)
  }
}

async function markOf({ benchmark, off, missed }: Practised, notes: Record<string, string>): Promise<DemoMark> {
  const item = await findCurrentItem('benchmark', benchmark)
  if (!item) throw new Error(`There is no benchmark ${benchmark}.`)
  const { consensus } = await benchmarkVersion(item.versionId)
  const ratings = Object.entries(consensus.ratings).map(([id, rating]) => {
    const level = rating.level === null ? null : rating.level + (off[id] ?? 0)
    return [id, { level, comment: notes[id] ?? '' }] as const
  })
  const flagged = consensus.criticalErrors.filter(({ id }) => !missed.includes(id))
  return {
    global: consensus.global.level + (off.global ?? 0),
    passed: false,
    comment: notes.global ?? '',
    ratings: Object.fromEntries(ratings),
    criticalErrors: flagged.map(({ id }) => ({ id, comment: notes[id] ?? '' })),
  }
}
