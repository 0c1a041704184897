import { readFile } from 'node:fs/promises'
import { bakePng } from '#app/domain/credential/baked-png.ts'
import { bakeSvg } from '#app/domain/credential/baked-svg.ts'
import type { CredentialKind } from '#app/domain/credential/kinds.ts'
import type { Actor } from '#app/domain/people.ts'
import { downloadCredential } from './own-certificates.server.ts'

const FOLDER = 'public/badges'

const pictures: Record<CredentialKind, string> = {
  course_completion: 'course',
  practitioner_status: 'status',
  specialist_note: 'note',
}

export type BadgeFormat = 'png' | 'svg'

export type BadgeImage = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * The picture of a badge with its credential baked in, as Open Badges has it: whoever is sent the picture can check it.
 * @throws 404 for everybody but its holder and staff.
 */
export async function downloadBadge(actor: Actor, typedNumber: string, format: BadgeFormat): Promise<BadgeImage> {
  const { number, kind, text } = await downloadCredential(actor, typedNumber)
  const picture = await readFile(`${FOLDER}/${pictures[kind]}.${format}`)
  return {
    name: `${number}.${format}`,
    type: format === 'png' ? 'image/png' : 'image/svg+xml',
    bytes:
      format === 'png' ? bakePng(picture, text) : new TextEncoder().encode(bakeSvg(picture.toString('utf8'), text)),
  }
}
