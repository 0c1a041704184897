import { randomInt } from 'node:crypto'
import type { Db } from '#app/db/client.server.ts'
import { currentStatusList, insertEntries, type NewEntry, openStatusList } from '#app/db/status-lists.server.ts'
import { STATUS_PURPOSES, type StatusPurpose } from '#app/domain/credential/open-badge.ts'
import { LIST_LENGTH } from '#app/domain/credential/status-list.ts'

/** So many draws that meet a taken place in a row mean that the list is nearly full: a further one is begun. */
const DRAWS_BEFORE_NEXT_LIST = 8

/** Gives each credential a place on a list of revocations and on one of suspensions, drawn at random so that it tells nothing. */
export async function drawPlaces(
  tx: Db,
  credentialIds: readonly string[],
  now: Date,
): Promise<Map<string, NewEntry[]>> {
  const places = new Map<string, NewEntry[]>(credentialIds.map((id) => [id, []]))
  for (const purpose of STATUS_PURPOSES)
    for (const entry of await drawOn(tx, purpose, credentialIds, now)) places.get(entry.credentialId)?.push(entry)
  return places
}

async function drawOn(
  tx: Db,
  purpose: StatusPurpose,
  credentialIds: readonly string[],
  now: Date,
): Promise<NewEntry[]> {
  const drawn: NewEntry[] = []
  let listName = await currentStatusList(tx, purpose, now)
  let waiting = [...credentialIds]
  for (let draw = 1; waiting.length > 0; draw++) {
    const entries = waiting.map((credentialId) => ({
      listName,
      purpose,
      credentialId,
      position: randomInt(LIST_LENGTH),
    }))
    const had = await insertEntries(tx, entries)
    drawn.push(...had)
    waiting = waiting.filter((id) => !had.some(({ credentialId }) => credentialId === id))
    if (waiting.length > 0 && draw % DRAWS_BEFORE_NEXT_LIST === 0) listName = await openStatusList(tx, purpose, now)
  }
  return drawn
}
