/** A scenario as the text of a file that the command line reads too. */

import type { ScenarioFile } from '@isoline/engine'
import { Document, isCollection, visit } from 'yaml'

/** Objects and lists of so few plain values stand in one line, as people write them. */
const fewEnough = 8

export function scenarioText(file: ScenarioFile, name: string, asOf: string): string {
  const document = new Document(file, { version: '1.2', schema: 'core' })
  visit(document, {
    Collection(_key, node) {
      const plain = node.items.every((item) => {
        const value = typeof item === 'object' && item !== null && 'value' in item ? item.value : item
        return !isCollection(value)
      })
      if (plain && node.items.length <= fewEnough) node.flow = true
    },
  })
  const title = name.replace(/\p{Cc}+/gu, ' ')
  document.commentBefore = ` ${title}. Saved by Isoline; comments of a file that was opened are not kept.\n\n   isoline room FILE --as-of ${asOf}`
  return document.toString({ lineWidth: 120, flowCollectionPadding: true })
}
