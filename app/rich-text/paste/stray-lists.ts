/** Google Docs puts a nested list beside the item that it belongs to; here it goes inside. */
export function nestStrayLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling
    if (before?.tagName === 'LI') before.append(list)
    else list.replaceWith(...list.children)
  }
}
