import { readBesideFacts } from '#app/db/evidence.server.ts'
import { reportPdf } from '#app/pdf/report/report-pdf.server.ts'
import type { HandedIn, Judged } from './evidence.ts'
import { evidenceReport } from './evidence-report.ts'

type Making = {
  /** What an application froze; absent for the evidence as it stands. */
  handedIn?: HandedIn
  hasReflections?: boolean
  /** Of whoever reads it. */
  timeZone: string
  now: Date
}

/** The evidence of one person as a PDF for their file. @param judged by whoever asked for it, within their reach. */
export async function evidencePdf(
  judged: Judged,
  { handedIn, hasReflections = false, ...reading }: Making,
): Promise<Uint8Array> {
  const beside = await readBesideFacts(judged.userId, handedIn?.entries)
  return reportPdf(evidenceReport({ ...judged, beside, handedIn, hasReflections }, reading))
}
