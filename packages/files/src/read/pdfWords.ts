/** The text of a PDF with its places: the text layer and the fields filled in. Scripts are not run, nothing is drawn or fetched. */
import { limits, refused } from './limits.ts'
import { checkPdfSize } from './pdfSize.ts'

/** A piece of text on a page; `x` and `y` of its left foot, in points from the left and from the foot of the page. */
export interface Words {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly right: number
  readonly text: string
}

/**
 * Every piece of text, pages in order, from the top down and from the left.
 * @throws InputError for a damaged or locked file, one with too many pages, and a scan without text.
 */
export async function pdfWords(bytes: Uint8Array, file: string): Promise<readonly Words[]> {
  await checkPdfSize(bytes, file)
  const { extractTextItems, getDocumentProxy } = await import('unpdf')
  const words: Words[] = []
  try {
    // A copy: the library takes the bytes away from whoever hands them over
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { enableXfa: false, disableFontFace: true, verbosity: 0 })
    try {
      if (pdf.numPages > limits.pages)
        throw refused(file, 'tooManyPages', `has more than ${limits.pages} pages. Give the pages with the form.`)
      const { items } = await extractTextItems(pdf)
      for (const [i, page] of items.entries()) {
        for (const { str, x, y, width } of page)
          if (str.trim() !== '') words.push({ page: i + 1, x, y, right: x + width, text: str.trim() })
        words.push(...filledIn(await (await pdf.getPage(i + 1)).getAnnotations(), i + 1))
      }
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') throw error
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw locked
      ? refused(file, 'locked', 'needs a password. Save a copy without one.')
      : refused(file, 'damaged', 'is not a PDF that can be read. Download it again.')
  }
  if (words.length === 0)
    throw refused(file, 'noText', 'is a picture of a page: it has no text. Type its figures instead.')
  return words.sort((one, other) => one.page - other.page || other.y - one.y || one.x - other.x)
}

interface Annotation {
  readonly fieldValue?: unknown
  readonly rect?: unknown
}

/** What was typed into the fields of a form, where the fields are. */
function filledIn(annotations: readonly Annotation[], page: number): Words[] {
  return annotations.flatMap(({ fieldValue, rect }) => {
    if (typeof fieldValue !== 'string' || fieldValue.trim() === '' || !Array.isArray(rect)) return []
    const [x, y, right] = rect.map(Number)
    return x === undefined || y === undefined || right === undefined
      ? []
      : [{ page, x, y, right, text: fieldValue.trim() }]
  })
}
