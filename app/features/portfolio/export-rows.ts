import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import type { CsvValue } from '#app/domain/csv.ts'
import type { RichNode } from '#app/rich-text/document.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'

/** Of every entry; then what the kinds say, each field once however many kinds have it. */
export const ROW_COLUMNS = [
  ...[
    'kind',
    'id',
    'code',
    'case',
    'day',
    'version',
    'writtenAt',
    'signature',
    'answeredAt',
    'ratedOn',
    'isAccepted',
    'files',
  ],
  ...[
    'modality',
    'ageBand',
    'diagnosis',
    'diagnosticSystem',
    'diagnosedBy',
    'isPrimaryIntervention',
    'startedOn',
    'endedOn',
  ],
  ...[
    'isEndedEarly',
    'sessions',
    'startsAt',
    'timeZone',
    'minutes',
    'mode',
    'supervisees',
    'cases',
    'supervisor',
    'takenAway',
  ],
  ...[
    'sessionNumber',
    'media',
    'isConsentAttested',
    'consentScope',
    'destroyBy',
    'destroyedOn',
    'training',
    'title',
    'providerId',
  ],
  ...['days', 'liveHours', 'selfGuidedHours', 'isReport', 'description', 'feelings', 'evaluation', 'analysisAndPlan'],
  ...['method', 'topic', 'hours', 'participatoryHours', 'reflection'],
] as const

type Row = Record<string, CsvValue>
type Names = { codes: ReadonlyMap<string, string>; names: ReadonlyMap<string, string> }

/** An entry as one line: ids of cases and of supervisors as people know them, texts without their form. */
export function rowOfEntry(entry: PortfolioEntry, { codes, names }: Names): Row {
  const { body, code, caseId, occurredOn: day, madeAt: writtenAt, files } = entry
  const { kind, id, version, signature, answeredAt, ratedOn, isAccepted } = entry
  const said = Object.fromEntries(Object.entries(body).map(([field, value]) => [field, cellOf(value)]))
  const cases = 'caseIds' in body ? body.caseIds : []
  const own = 'caseId' in body ? body.caseId : caseId
  return {
    ...said,
    ...{ kind, id, code, day, version, writtenAt, signature, answeredAt, ratedOn, isAccepted },
    files: files.map(({ name }) => name).join('; '),
    case: own ? (codes.get(own) ?? own) : '',
    cases: cases.map((caseOf) => codes.get(caseOf) ?? caseOf).join('; '),
    supervisor: 'supervisorId' in body ? (names.get(body.supervisorId) ?? body.supervisorId) : '',
  }
}

/** Sessions as `2026-03-02 50; 2026-03-09 50`: the day and the minutes. */
function cellOf(value: unknown): CsvValue {
  if (Array.isArray(value)) return value.map(cellOf).join('; ')
  if (typeof value !== 'object' || value === null) return value as CsvValue
  return isDocument(value) ? plainTextOf(value) : Object.values(value).join(' ')
}

const isDocument = (value: object): value is RichNode => 'type' in value && value.type === 'doc'
