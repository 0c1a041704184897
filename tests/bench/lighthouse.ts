import { withLighthouse } from '../support/lighthouse.ts'

export type LighthouseRow = { page: string; performance: number; accessibility: number; bestPractices: number }

type Page = { page: string; url: string; session?: string }

/** What Lighthouse makes of pages. Accessibility and best practices are held by a test; performance depends on the machine, and is only told. */
export const measureLighthouse = (pages: readonly Page[]): Promise<LighthouseRow[]> =>
  withLighthouse(async (judge) => {
    const rows: LighthouseRow[] = []
    for (const { page, url, session } of pages) {
      const { scores } = await judge(url, ['performance', 'accessibility', 'best-practices'], session)
      rows.push({
        page,
        performance: scores.performance ?? 0,
        accessibility: scores.accessibility ?? 0,
        bestPractices: scores['best-practices'] ?? 0,
      })
    }
    return rows
  })
