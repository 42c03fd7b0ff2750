/** Files that a command writes: never over one that is there, unless told so. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { faulty } from './read.ts'

/** @throws InputError for a file that is there already, or cannot be written. */
export async function writeOut(file: string, content: string | Uint8Array, force: boolean): Promise<void> {
  if (existsSync(file) && !force)
    throw faulty(file, 'fileExists', 'is there already. Give another name with --out, or replace it with --force.')
  try {
    await writeFile(file, content, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException
    throw faulty(file, 'notWritable', `cannot be written (${code}). Give another name with --out.`)
  }
}
