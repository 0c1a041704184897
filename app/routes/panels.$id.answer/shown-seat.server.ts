import type { ShownScript } from '#app/features/marking/shown-script.server.ts'
import type { BenchmarkSeat, KeyedSeat, Seat } from '#app/features/panels/view-seat.server.ts'
import { shownBenchmark } from '#app/routes/calibration.$benchmark/shown-benchmark.server.ts'

export type ShownBenchmarkSeat = Omit<BenchmarkSeat, 'versions'> & { script: ShownScript }
export type ShownSeat = KeyedSeat | ShownBenchmarkSeat

/** A benchmark is shown to a member as a script is to its marker. */
export async function shownSeat(seat: Seat): Promise<ShownSeat> {
  if (seat.form === 'keyed') return seat
  const { versions, ...shown } = seat
  return { ...shown, script: await shownBenchmark(versions) }
}
