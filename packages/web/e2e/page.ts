/** The page as every test opens it: watched for anything sent elsewhere, any error, any breach of its own policy. */
import { test as base, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const wrong: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${baseURL}/`) && !/^(blob|data):/.test(url)) wrong.push(`asked another origin: ${url}`)
    })
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
    await use(page)
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
  },
})

/** The views by the words of their navigation. */
export const views = [
  ['#/', 'The year'],
  ['#/arc', 'The arc'],
  ['#/lots', 'Lots'],
  ['#/risk', 'Risk'],
  ['#/forms', 'Forms'],
] as const

/** Opens a view and waits until its answer stands. */
export async function look(page: Page, hash: string): Promise<void> {
  await page.goto(`/${hash}`)
  await page.locator('main h1').waitFor()
  await page.locator('main[aria-busy="false"]').waitFor({ timeout: 20_000 })
}
