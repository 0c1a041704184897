import type { Listing } from '#app/domain/register.ts'
import { keepListing } from '#app/features/register/own-listing.server.ts'
import type { Member } from './people.ts'

const AGREED: Listing = {
  showsProfession: true,
  town: 'Bergen',
  country: 'NO',
  languages: ['no', 'en'],
  worksWith: ['adults', 'groups', 'inpatients'],
  isIndexable: false,
}

/** A holder of a status agrees to be in the register. */
export async function askToBeListed({ actor }: Member, at: Date): Promise<void> {
  await keepListing(actor, AGREED, at)
}
