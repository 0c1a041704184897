import { describe, expect, it } from 'vitest'
import type { Reference } from '#app/content/bibliography.ts'
import type { Lesson } from '#app/content/course-schema.ts'
import { FIGURES } from '#app/content/figure-names.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { discussionHtml, proseHtml, situationHtml } from '#app/content/render-prose.server.tsx'
import type { Vignette } from '#app/content/vignette-schema.ts'

const works: Reference[] = [
  { key: 'first-2010', authors: 'First, A., & Second, B.', year: 2010, title: 'One', source: 'Journal of One' },
  {
    key: 'third-2020',
    authors: 'Third, C. D., et al.',
    year: 2020,
    title: 'Two',
    source: 'Journal of Two',
    doi: '10.1/x',
  },
  { key: 'board-2021', authors: 'The Board of Everything', year: 2021, title: 'Three', source: 'A page' },
]

const lesson = (markdown: string): Lesson => ({
  slug: 'one',
  title: 'One',
  minutes: 10,
  aim: 'To see.',
  outcomes: ['see', 'hear'],
  markdown,
  wordCount: 3,
  references: works,
})

const settings = ['psychiatrist', 'psychologist', 'counsellor', 'nurse']
  .map((profession) => `:::setting{profession="${profession}"}\nAs a ${profession}.\n:::`)
  .join('\n')

const html = (markdown: string, profession: Parameters<typeof lessonHtml>[1] = 'nurse') =>
  lessonHtml(lesson(markdown), profession).html

describe('a lesson', () => {
  it('shows the words and nothing of the markup that somebody might slip in', () => {
    const shown = html('<script>alert(1)</script>\n\n<b onclick="x()">bold</b> & [a](javascript:x) ![b](c.png)')
    expect(shown).not.toMatch(/<script|onclick|javascript:|<img/)
    expect(shown).toContain('bold')
    expect(shown).toContain('&amp;')
  })

  it('escapes what looks like markup in its words', () => {
    expect(html('Two \\<script> and "quotes"')).toContain('Two &lt;script&gt; and &quot;quotes&quot;')
  })

  it('cites by author and year, and leads to the list of works', () => {
    const shown = html('So it is [@first-2010; @third-2020].')
    expect(shown).toContain('<a href="#ref-first-2010">First &amp; Second, 2010</a>; ')
    expect(shown).toContain('<a href="#ref-third-2020">Third et al., 2020</a>')
    expect(shown).toContain('<li id="ref-first-2010">')
    expect(shown).toContain('href="https://doi.org/10.1/x"')
  })

  it('cites a body without initials by its whole name', () => {
    expect(html('So it is [@board-2021].')).toContain('The Board of Everything, 2021')
  })

  it('opens a card at a marked term, once for all of its marks', () => {
    const asking = { slug: 'asking', term: 'Asking', brief: 'To want to <know>.' }
    const terms = [
      { ...asking, words: 'asking' },
      { ...asking, words: 'questions' },
    ]
    const shown = lessonHtml(
      { ...lesson('[[Asking]] comes first [@first-2010].\n\n## Then\n\n**[[questions]]**'), terms },
      'nurse',
    ).html
    expect(shown).toContain(
      '<button type="button" class="term" popoverTarget="term-asking">Asking</button> comes first',
    )
    expect(shown).toContain(
      '<strong><button type="button" class="term" popoverTarget="term-asking">questions</button></strong>',
    )
    expect(shown.match(/id="term-asking"/g)).toHaveLength(1)
    expect(shown).toContain('To want to &lt;know&gt;.')
    expect(shown).toContain('href="/glossary#asking"')
  })

  it('holds what closes a marked term to it, since a line may break after its button', () => {
    const terms = [{ slug: 'asking', words: 'asking', term: 'Asking', brief: 'To want to know.' }]
    const shown = lessonHtml({ ...lesson('First ([[asking]]), then waiting.'), terms }, 'nurse').html
    expect(shown).toMatch(
      /First \(<span class="whitespace-nowrap"><button[^>]*>asking<\/button>\),<\/span> then waiting\./,
    )
  })

  it('shows a mark that nobody has explained as a word', () => {
    expect(html('An [[unknown]] word.')).toMatch(/<p[^>]*>An unknown word\.<\/p>/)
  })

  it('draws a dialogue with each note beside its turn', () => {
    const shown = html(
      ':::dialogue[A room]\n- **Dana:** No.\n- **Clinician:** What was it *like*?\n  - Asks first.\n:::',
    )
    expect(shown).toContain('<figcaption>A room</figcaption>')
    expect(shown).toMatch(/<li><div class="turn"><b>Dana<\/b><div><span id="p-\w+"> ?No\.<\/span><\/div>/)
    expect(shown).toMatch(
      /What was it <em>like<\/em>\?<\/span><\/div><\/div><div[^>]*class="notes"><p><span[^>]*>Asks first\.<\/span><\/p>/,
    )
  })

  it("opens the reader's own setting and folds the others", () => {
    const shown = html(settings, 'counsellor')
    expect(shown).toMatch(/<section[^>]*>.*As a counsellor\..*<\/section>/s)
    expect(shown.match(/<details>/g)).toHaveLength(3)
    expect(shown.match(/As a counsellor\./g)).toHaveLength(1)
    expect(shown).toMatch(/<details><summary>In the setting of psychiatrists<\/summary>/)
  })

  it('folds all four for another profession', () => {
    expect(html(settings, 'other').match(/<details>/g)).toHaveLength(4)
  })

  it('is made once for a version and a profession', () => {
    const one = lesson(settings)
    expect(lessonHtml(one, 'nurse')).toBe(lessonHtml(one, 'nurse'))
    expect(lessonHtml(one, 'nurse')).not.toBe(lessonHtml(one, 'psychiatrist'))
  })

  it('lists its sections, each with an anchor of its own', () => {
    const { contents, html: shown } = lessonHtml(
      lesson('## Again\n\n### Not listed\n\n## Again\n\n## References'),
      'nurse',
    )
    expect(contents).toEqual([
      { id: 'again', title: 'Again' },
      { id: 'again-2', title: 'Again' },
      { id: 'references-2', title: 'References' },
    ])
    expect(shown).toContain('<h2 id="again-2">')
    expect(shown).toContain('<h3 id="not-listed">')
  })

  it('gives each paragraph an anchor of its words, wherever it stands, and tells what is read there', () => {
    const text = 'One & "two" [@first-2010].\n\n- A *point*.\n  - Below.\n\n:::dialogue[Here]\n- **Dana:** No.\n:::'
    const { html: shown, paragraphs } = lessonHtml(lesson(text), 'nurse')
    expect(paragraphs.map(({ words }) => words.trim())).toEqual([
      'One & "two" (First & Second, 2010).',
      'A point.',
      'Below.',
      'No.',
    ])
    for (const { id } of paragraphs) expect(shown.match(new RegExp(`id="${id}"`, 'g'))).toHaveLength(1)
    const later = lessonHtml(lesson(`New.\n\n${text.replace(' [@first-2010]', '')}`), 'nurse').paragraphs
    expect(later.map(({ id }) => id).slice(1)).toEqual(paragraphs.map(({ id }) => id))
  })

  it('shows a figure with its words beneath, and the drawing to nobody who is read to', () => {
    const shown = html(':::figure[A loop]{name="six-steps"}\nSix steps, [@first-2010].\n:::')
    expect(shown).toMatch(
      /<figure class="drawn"><svg viewBox="[\d ]+" aria-hidden="true">.*<\/svg><figcaption>A loop<\/figcaption>/s,
    )
    expect(shown).toMatch(/<summary>The figure in words<\/summary><p[^>]*>Six steps, .*<\/details><\/figure>/s)
  })

  it.each(FIGURES)('draws %s in colours of the page alone', (name) => {
    const drawing = /<svg.*?<\/svg>/s.exec(html(`:::figure[It]{name="${name}"}\nWords.\n:::`))?.[0] ?? ''
    expect(drawing.length).toBeGreaterThan(500)
    expect(drawing).not.toMatch(/#[0-9a-f]{3}|style=|NaN|undefined/)
  })

  it('gives back words that only look like a block', () => {
    expect(html('We met at 9:am and :other[thing].')).toContain('We met at 9:am and :other[thing].')
  })

  it('draws a table with its heads', () => {
    expect(html('| A | B |\n|---|---|\n| c | d |')).toMatch(/<th scope="col">A<\/th>.*<td>d<\/td>/s)
  })
})

describe('a vignette', () => {
  const vignette = {
    situation: '## Where\n\nA *room*.',
    discussion: 'See [@first-2010].',
    references: works,
  } as Vignette

  it('has headings that stand under those of its page', () => {
    expect(situationHtml(vignette)).toBe('<h3>Where</h3><p>A <em>room</em>.</p>')
  })

  it('ends its discussion with the works', () => {
    expect(discussionHtml(vignette)).toMatch(/<p>See .*<\/p><section class="references".*One/s)
  })

  it('leaves out blocks and markup', () => {
    expect(proseHtml('<i>a</i>\n\n:::reflect\nhidden\n:::')).not.toMatch(/<i>|hidden/)
  })
})
