/** Makes a scenario in YAML part of the page as data, so that the page needs no YAML library to show an example. */
import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { parse } from 'yaml'

/** `import file from './robotics.yaml?scenario'` gives what the file holds. */
export const scenarioData: Plugin = {
  name: 'scenario-data',
  enforce: 'pre',
  async load(id) {
    const [path = '', query] = id.split('?')
    if (query !== 'scenario') return null
    this.addWatchFile(path)
    return `export default ${JSON.stringify(parse(await readFile(path, 'utf8')))}`
  },
}
