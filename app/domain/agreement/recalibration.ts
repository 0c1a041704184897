import type { MarkerSeverity } from './severity.ts'

/** Product decisions: half a level is what two markers of one script would notice, and a mean square of 1.5 is Linacre's (2002) limit. */
const OUTLYING_LEVELS = 0.5
const MISFIT = 1.5

/**
 * Why a marker should practise on benchmarks before marking on; nothing where they need not. Severity counts only when its whole interval lies on
 * one side of the rest: few marks are no reason to doubt anybody.
 */
export function recalibrationReasons({ levels, infit }: Pick<MarkerSeverity, 'levels' | 'infit'>): string[] {
  const isSure = levels.low > 0 || levels.high < 0
  const reasons: string[] = []
  if (isSure && Math.abs(levels.value) >= OUTLYING_LEVELS) {
    const off = Math.abs(levels.value).toFixed(1)
    reasons.push(
      levels.value > 0
        ? `Marks ${off} levels lower than the others on the same scripts.`
        : `Marks ${off} levels higher than the others on the same scripts.`,
    )
  }
  if (infit >= MISFIT) reasons.push(`Marks ${infit.toFixed(1)} times as erratically as is usual here.`)
  return reasons
}
