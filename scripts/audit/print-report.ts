import type { Fault } from '#app/domain/audit/check-chain.ts'
import { type AuditReport, isWhole } from '#app/features/audit/verify-audit.server.ts'

/** A chain that was cut through has a fault at every place: the first ones tell where to look. */
const SHOWN = 50

const COMPARE = 'compare it with what was written down elsewhere'
const REVOKED = 'revoked since; believe only those of its checkpoints that were kept elsewhere before the theft'

/** What was found, in lines: faults first named, then what was checked, then the answer. */
export function printReport(report: AuditReport): string {
  const { sealed, faults, erased, checkpoints, tail } = report
  const left = faults.length - SHOWN
  return [
    ...faults.slice(0, SHOWN).map(lineOf),
    ...(left > 0 ? [`… and ${left} more`] : []),
    ...checkpoints.faults,
    `Sealed       ${sealed.position} entries; the last hash is ${sealed.hash}`,
    `Erased       the details of ${erased} sealed entries, as was recorded`,
    `Checkpoints  ${checkpoints.stored} in the database, ${checkpoints.kept} kept elsewhere${coverage(report)}`,
    ...checkpoints.keys.map(({ id, isRevoked }) => `Signed by    ${id}: ${isRevoked ? REVOKED : COMPARE}`),
    tail.count > 0
      ? `Not sealed   ${tail.count} entries, the oldest of ${tail.oldestAt?.toISOString()}: about these nothing is proved yet`
      : 'Not sealed   none',
    '',
    isWhole(report)
      ? 'Answer: nothing that is sealed was altered, taken out or moved.'
      : `Answer: the audit trail is NOT whole. Faults: ${faults.length + checkpoints.faults.length}.`,
  ].join('\n')
}

const coverage = ({ sealed, checkpoints: { kept, coveredTo } }: AuditReport): string =>
  kept > 0
    ? `, which cover the first ${coveredTo} of ${sealed.position}`
    : ': without these, whoever has the database and the key could have rewritten all of it'

const lineOf = ({ kind, position, because, entry }: Fault): string =>
  `${kind.padEnd(11)}  position ${position}${entry ? `, entry ${entry.id}, ${entry.action}, ${entry.at.toISOString()}` : ''}: ${because}`
