import { checkDates } from '#app/domain/credential/check-dates.ts'
import { checkIssuer, type KnownIssuer } from '#app/domain/credential/check-issuer.ts'
import { documentOfDidKey } from '#app/domain/credential/did.ts'
import { type Finding, type Findings, failed, passed, unknown } from '#app/domain/credential/findings.ts'
import {
  issuerOf,
  listOf,
  type OpenBadge,
  openBadgeSchema,
  type Proof,
  proofSchema,
} from '#app/domain/credential/open-badge.ts'
import { checkSignature } from './check-signature.ts'
import { checkStatus, type StatusFinding, type StatusSources } from './check-status.ts'

export type Sources = Omit<StatusSources, 'issuerOf'> & {
  /** What is known of an issuer by its name; a `did:key` need not be known. */
  knownIssuer: (did: string) => KnownIssuer | undefined
}

export type Verified = {
  findings: Findings & { status: StatusFinding }
  /** As far as it could be read. */
  badge: OpenBadge | undefined
  isOurs: boolean
}

/**
 * Checks a credential, ours or anybody's, by five findings that each stand by themselves: whether it was changed, whose it is, its days, its
 * form, and whether it was withdrawn. It reaches for nothing but what `sources` gives.
 * @param given whatever a file held.
 */
export async function verifyBadge(given: unknown, { knownIssuer, ...sources }: Sources): Promise<Verified> {
  const who = (did: string) => knownIssuer(did) ?? ownKeyOf(did)
  const controllerOf = (did: string) => who(did)?.document
  const { data: badge, error } = openBadgeSchema.safeParse(given)
  if (!badge) return { findings: await withoutForm(given, faultOf(error), controllerOf), badge, isOurs: false }
  const issuer = who(issuerOf(badge))
  return {
    badge,
    isOurs: issuer?.isOurs ?? false,
    findings: {
      signature: await checkSignature(badge, controllerOf),
      issuer: checkIssuer(badge, issuer),
      dates: checkDates(badge, sources.now),
      schema: passed('An Open Badges 3.0 credential.'),
      status: await checkStatus(badge, { ...sources, issuerOf: who }),
    },
  }
}

const ownKeyOf = (did: string): KnownIssuer | undefined => {
  const document = documentOfDidKey(did)
  return document && { document, isOurs: false }
}

/** What is out of form is still checked for its signature, so that damage and a faulty issuer can be told apart. */
async function withoutForm(
  given: unknown,
  fault: string,
  controllerOf: Parameters<typeof checkSignature>[1],
): Promise<Findings> {
  const beside: Finding = unknown('Not looked at: it is not in the form of a credential.')
  const proofs = proofsOf(given)
  return {
    schema: failed(fault),
    signature: proofs ? await checkSignature({ ...(given as object), proof: proofs }, controllerOf) : beside,
    issuer: beside,
    dates: beside,
    status: beside,
  }
}

function proofsOf(given: unknown): Proof[] | undefined {
  if (typeof given !== 'object' || given === null || !('proof' in given)) return undefined
  const proofs = listOf(given.proof).map((proof) => proofSchema.safeParse(proof).data)
  return proofs.every((proof) => proof !== undefined) && proofs.length > 0 ? proofs : undefined
}

function faultOf(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined): string {
  const issue = error?.issues[0]
  const place = issue?.path.map(String).join('.')
  return place ? `It is not in the form of Open Badges 3.0: ${place} ${issue?.message}.` : 'It is not a credential.'
}
