import type { Report } from './findings.ts'
import { reportConfirm } from './read-lesson.ts'
import type { Sources } from './sources.ts'
import { promptsOf } from './vignettes.ts'
import { finding } from './yaml-file.ts'

type BenchmarkSource = NonNullable<ReturnType<Sources['benchmark']['get']>>

/** A benchmark answers every prompt of its vignette, and its consensus rates every criterion of that vignette's rubric. */
export function checkBenchmark(benchmark: BenchmarkSource, sources: Sources, report: Report): void {
  reportConfirm(benchmark, report)
  const { vignette: slug, answers, consensus } = benchmark.value
  const vignette = sources.vignette.get(slug)?.value
  if (!sources.vignette.has(slug)) report.faults.push(finding(benchmark, ['vignette'], `there is no vignette ${slug}`))
  if (!vignette) return
  if (!('rubric' in vignette)) {
    report.faults.push(finding(benchmark, ['vignette'], 'is scored by a key; only written answers have benchmarks'))
    return
  }
  const prompts = promptsOf(vignette).map(({ id }) => id)
  if (vignette.kind === 'six-steps' && vignette.gate) prompts.push('gate')
  checkNames(benchmark, ['answers'], { given: answers, expected: prompts, noun: 'prompt' }, report)
  const rubric = sources.rubric.get(vignette.rubric)?.value
  if (!rubric) return
  const criteria = rubric.criteria.map(({ id }) => id)
  const named = { given: consensus.ratings, expected: criteria, noun: 'criterion' }
  checkNames(benchmark, ['consensus', 'ratings'], named, report)
  consensus.criticalErrors.forEach(({ id }, index) => {
    if (!rubric.criticalErrors.some((error) => error.id === id))
      report.faults.push(finding(benchmark, ['consensus', 'criticalErrors', index], `there is no critical error ${id}`))
  })
}

type Names = { given: Record<string, unknown>; expected: readonly string[]; noun: string }

function checkNames(benchmark: BenchmarkSource, path: string[], { given, expected, noun }: Names, report: Report) {
  for (const name of Object.keys(given))
    if (!expected.includes(name)) report.faults.push(finding(benchmark, [...path, name], `there is no ${noun} ${name}`))
  for (const name of expected)
    if (!Object.hasOwn(given, name)) report.faults.push(finding(benchmark, path, `${name} is missing`))
}
