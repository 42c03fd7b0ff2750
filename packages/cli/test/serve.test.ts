/** `isoline serve` hands out the built page, with its headers, and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isoline } from './isoline.ts'

const bundle = new URL('../dist/isoline.js', import.meta.url).pathname

/** A served page, and how it ended. */
async function served(...words: string[]) {
  const child: ChildProcess = spawn(process.execPath, [bundle, 'serve', ...words])
  let [out, err] = ['', '']
  child.stderr?.on('data', (data) => {
    err += data
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  await Promise.race([
    ended,
    new Promise<void>((resolve) =>
      child.stdout?.on('data', (data) => {
        out += data
        if (out.includes('\n')) resolve()
      }),
    ),
  ])
  return { url: out.trim(), child, ended, err: () => err }
}

describe('a page that is built', () => {
  let page: Awaited<ReturnType<typeof served>>
  beforeAll(async () => {
    page = await served('--port', '0')
  })
  afterAll(() => {
    page.child.kill('SIGKILL')
  })

  test('may run its own files and nothing else', async () => {
    const answer = await fetch(page.url)
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const text = await answer.text()
    // The page says the same of itself, for hosts that send no headers; no script and no style stands in it.
    expect(text).toContain('http-equiv="Content-Security-Policy"')
    expect(text).not.toMatch(/<style|<script(?![^>]* src=)|\sstyle=|\son\w+=/)
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  test('is asked for again each time, but for files named by their content', async () => {
    const text = await (await fetch(page.url)).text()
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(text)?.[1] ?? ''
    expect((await fetch(page.url)).headers.get('cache-control')).toBe('no-cache')
    const asset = await fetch(`${page.url}${script}`)
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  test('hands out nothing else, and takes nothing', async () => {
    for (const path of ['nothing', '..%2fisoline.js', '%2e%2e/isoline.js', '.page-began'])
      expect((await fetch(page.url + path)).status).toBe(404)
    expect((await fetch(page.url, { method: 'POST', body: 'x' })).status).toBe(405)
  })

  test('listens on this machine alone', () => {
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  test('a port in use is said', async () => {
    const port = /:(\d+)\//.exec(page.url)?.[1] ?? ''
    const other = await served('--port', port)
    expect(await other.ended).toBe(1)
    expect(other.err()).toContain(`${port} is in use`)
  })

  test('ends when it is interrupted', async () => {
    const own = await served('--port', '0')
    own.child.kill('SIGINT')
    expect(await own.ended).toBe(0)
  })
})

test('a page that is not built is said', async () => {
  // From source the page would be a folder beside it.
  const { code, err } = await isoline('serve', '--port', '0')
  expect([code, err]).toEqual([1, expect.stringContaining('the page is not built')])
})
