import { styleOf } from './inert-html.ts'

const INLINE = 'b, strong, i, em, span, font'

/**
 * Bold and italic by tag, whatever they were said by: Google Docs uses styles only, and wraps all that it copies in a
 * `<b>` that is not bold. A heading is no bolder than a heading.
 */
export function nameEmphasis(body: HTMLElement, blocks: string): void {
  for (const element of [...body.querySelectorAll(INLINE)].reverse()) {
    const isWrapper = element.querySelector(blocks) !== null
    const isPlain = isWrapper || element.closest('h1, h2, h3, h4, h5, h6') !== null
    const content = [...element.childNodes]
    const named = [!isPlain && isBold(element) && 'strong', !isPlain && isItalic(element) && 'em']
      .filter((name) => name !== false)
      .reduce<ChildNode[]>((inner, name) => [wrapped(name, inner, body.ownerDocument)], content)
    element.replaceWith(...named)
  }
}

function wrapped(name: string, content: ChildNode[], document: Document): HTMLElement {
  const element = document.createElement(name)
  element.append(...content)
  return element
}

const isBold = (element: Element): boolean => {
  const weight = propertyOf(element, 'font-weight')
  return weight ? /^(bold(er)?|[6-9]00)$/.test(weight) : /^(B|STRONG)$/.test(element.tagName)
}

const isItalic = (element: Element): boolean => {
  const slant = propertyOf(element, 'font-style')
  return slant ? /^(italic|oblique)$/.test(slant) : /^(I|EM)$/.test(element.tagName)
}

/** Word's `mso-bidi-font-weight` is about another script and says nothing here. */
function propertyOf(element: Element, property: string): string | undefined {
  return new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([\\w-]+)`, 'i').exec(styleOf(element))?.[1]?.toLowerCase()
}
