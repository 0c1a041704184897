import { writtenVersion } from '#app/content/catalogue.server.ts'
import type { CaseVersions } from '#app/features/calibration/view-benchmark.server.ts'
import { answerTexts } from '#app/features/marking/answer-texts.server.ts'
import { type ShownScript, showScript } from '#app/features/marking/shown-script.server.ts'

/** A benchmark as a script is shown to its marker. */
export async function shownBenchmark({ vignetteVersionId, benchmarkVersionId }: CaseVersions): Promise<ShownScript> {
  const vignette = await writtenVersion(vignetteVersionId)
  const written = { answers: null, benchmarkVersionId, writerName: null }
  return showScript(await answerTexts(written, vignette), vignette)
}
