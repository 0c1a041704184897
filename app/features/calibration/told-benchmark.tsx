import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Comparison } from './comparison.tsx'
import type { Comparison as Compared } from './view-benchmark.server.ts'

/** For the marker of a benchmark that stood unseen among their scripts, once their mark is locked and lies beyond tolerance. */
export const ToldBenchmark = ({ comparison }: { comparison: Compared }) => (
  <div className="grid min-w-0 gap-8">
    <Notice
      kind="caution"
      title="This was a benchmark"
      actions={
        <LinkButton href="/calibration" variant="secondary">
          Practise on benchmarks
        </LinkButton>
      }
    >
      <p>
        No trainee wrote it. Your mark lies beyond tolerance of the consensus. Scripts that you have begun you can
        finish; before you take new ones on this rubric, two calibration marks within tolerance are asked for.
      </p>
    </Notice>
    <Comparison comparison={comparison} />
  </div>
)
