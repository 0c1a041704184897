import { z } from 'zod'
import { slug, text } from './words.ts'

/** `{ "literal": "others" }` stands last where a list of authors ends in "et al.", as reference managers write it. */
const author = z.union([z.strictObject({ family: text, given: text }), z.strictObject({ literal: text })])

/** One work in CSL JSON: of its many fields those that a work of ours has had a use for. */
const workSchema = z
  .strictObject({
    id: slug,
    type: z.enum(['article-journal', 'book', 'chapter', 'document', 'report', 'webpage']),
    author: z.array(author).min(1),
    issued: z.strictObject({ 'date-parts': z.tuple([z.tuple([z.int()])]) }),
    title: text.optional(),
    /** Of what kind it is; where no title was read in the source list, a description stands here, and is set in brackets. */
    genre: text.optional(),
    'container-title': text.optional(),
    volume: text.optional(),
    page: text.optional(),
    publisher: text.optional(),
    DOI: z.string().regex(/^10\./, 'must be a DOI, which begins with 10.').optional(),
    URL: z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }).optional(),
  })
  .refine(({ title, genre }) => title ?? genre, {
    path: ['title'],
    error: 'a work has a title, or a genre that describes it',
  })

export type Work = z.output<typeof workSchema>

/** The only works that may be cited, by key. */
export const bibliographySchema = z
  .array(workSchema)
  .superRefine((works, context) => {
    works.forEach(({ id }, index) => {
      if (works.findIndex((work) => work.id === id) !== index)
        context.addIssue({ code: 'custom', path: [index, 'id'], message: `${id} is the id of an earlier work` })
    })
  })
  .transform((works) => Object.fromEntries(works.map((work) => [work.id, work])))

/** Characters where a `[@key]` citation may stand are found by this everywhere. */
export const CITATION = /\[@([a-z0-9-]+(?:; @[a-z0-9-]+)*)\]/g

/** A work as it was set when its text was published: how a citation names it, and its entry in a list, as HTML of the setter's. */
export type SetWork = { key: string; work: Work; citation: string; entry: string }

/** The same in versions from before a citation library set them. */
export type EarlierWork = { key: string; authors: string; year: number; title: string; source: string; doi?: string }

export type Reference = SetWork | EarlierWork
