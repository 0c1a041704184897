import { z } from 'zod'
import { isCountry } from '#app/domain/countries.ts'
import { languageName, readLanguages } from '#app/domain/languages.ts'
import { inChoice } from '#app/domain/listing.ts'
import { isWorksWith, type Listing } from '#app/domain/register.ts'
import { type FormFault, listField } from '#app/http/form.server.ts'

const MAX_LANGUAGES = 12

const ticked = z
  .literal('on')
  .optional()
  .catch(undefined)
  .transform((value) => value === 'on')

const languagesField = z
  .string()
  .max(500, 'This is too long for a list of languages.')
  .default('')
  .transform((typed, context) => {
    const { languages, unknown } = readLanguages(typed)
    if (unknown.length > 0)
      context.addIssue({
        code: 'custom',
        message: `We do not know ${inChoice(unknown.map((word) => `“${word}”`))}. Write the English name of the language.`,
      })
    if (languages.length > MAX_LANGUAGES)
      context.addIssue({ code: 'custom', message: `Name at most ${MAX_LANGUAGES} languages.` })
    return languages
  })

/** What somebody agrees to show, field by field: what is left empty is not shown. */
const listingFields = z
  .object({
    intent: z.enum(['preview', 'list']),
    showsProfession: ticked,
    town: z
      .string()
      .trim()
      .max(80, 'Use at most 80 characters.')
      .regex(/^\P{Cc}*$/u, 'Use one line of ordinary characters.')
      .default(''),
    country: z.literal('').or(z.string().refine(isCountry)).default('').catch(''),
    languages: languagesField,
    worksWith: listField(z.string().refine(isWorksWith, 'Choose from the list.')),
    isIndexable: ticked,
  })
  .refine(({ town, country }) => town === '' || country !== '', {
    path: ['country'],
    message: 'Choose the country of the town as well.',
  })

export const listingForm = z.discriminatedUnion('intent', [listingFields, z.object({ intent: z.literal('leave') })])

/** The fields as they stand in the form. */
export const listingValues = (listing: Listing): FormFault['values'] => ({
  town: listing.town,
  country: listing.country,
  languages: listing.languages.map(languageName).join(', '),
  worksWith: listing.worksWith,
  ...(listing.showsProfession && { showsProfession: 'on' }),
  ...(listing.isIndexable && { isIndexable: 'on' }),
})
