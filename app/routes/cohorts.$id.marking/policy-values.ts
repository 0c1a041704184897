import type { MarkingPolicy } from '#app/domain/marking-policy.ts'
import { localTimeAt } from '#app/domain/wall-clock.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'

export type PolicyField = {
  /** What stands in a field: what was typed where the form came back, else the policy in force. */
  value: (name: string) => string
  isTicked: (name: string) => boolean
  errors: (name: string) => readonly string[] | undefined
  /** The ids of the markers that are ticked. */
  markers: readonly string[]
}

/** The values of the policy's form. A box that was not ticked is not sent, so that what was typed says no by its absence. */
export function policyFieldsOf(policy: MarkingPolicy, timeZone: string, fault: FormFault | undefined): PolicyField {
  const current = valuesOf(policy, timeZone)
  const values: FormFault['values'] = fault?.values ?? current
  return {
    value: (name) => typedIn({ values }, name),
    isTicked: (name) => values[name] !== undefined,
    errors: (name) => fault?.errors[name],
    markers: [values.marker ?? []].flat(),
  }
}

function valuesOf(policy: MarkingPolicy, timeZone: string): FormFault['values'] {
  const { sample, adjudication, release } = policy
  return {
    scheme: policy.scheme,
    share: String(Math.round(sample.share * 100)),
    ...(sample.nearPass && { nearPass: 'on' }),
    ...(sample.firstAttempts && { firstAttempts: 'on' }),
    difference: String(adjudication.difference),
    ...(adjudication.eitherSideOfPass && { eitherSideOfPass: 'on' }),
    ...(adjudication.anyCriticalError && { anyCriticalError: 'on' }),
    agreeWithin: policy.agreeWithin === null ? 'never' : String(policy.agreeWithin),
    sequence: release.sequence,
    notBefore: release.notBefore ? localTimeAt(new Date(release.notBefore), timeZone) : '',
    goldShare: String(Math.round(policy.goldShare * 100)),
    marker: policy.markers.map(({ userId }) => userId),
    ...Object.fromEntries(policy.markers.map(({ userId, weight }) => [`weight-${userId}`, String(weight)])),
  }
}
