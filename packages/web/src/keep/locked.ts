/** Files locked with a passphrase, in the age format: any program that reads age opens them. */
import { InputError } from '@isoline/engine'
import { Decrypter, Encrypter } from 'age-encryption'

export async function lock(text: string, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const age = new Encrypter()
  age.setPassphrase(passphrase)
  return new Uint8Array(await age.encrypt(text))
}

/** @throws InputError of the code `wrongPassphrase`, or `badLock` for a file that is damaged or locked otherwise. */
export async function unlock(bytes: Uint8Array, passphrase: string, name: string): Promise<string> {
  const age = new Decrypter()
  age.addPassphrase(passphrase)
  try {
    return await age.decrypt(bytes, 'text')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const wrong = why.startsWith('no identity matched')
    const code = wrong ? 'wrongPassphrase' : 'badLock'
    const message = wrong
      ? 'This passphrase does not open the file. Upper and lower case count, and so do spaces.'
      : `is damaged, or locked in a way that is not known here (${why}). Give another copy.`
    throw new InputError([{ path: wrong ? 'passphrase' : name, code, message }])
  }
}
