import { useState } from 'react'
import { useDesk } from '../../shared/lib'
import { useSay, Words } from '../../shared/words'

/** Where a file lies that was just saved: told to whoever listens, and shown until the next one. */
export function useSaved() {
  const say = useSay()
  const { announce } = useDesk()
  const [file, setFile] = useState<string | null>(null)
  const saved = (path: string) => {
    setFile(path)
    announce(say('settings-saved', { file: path }))
  }
  return { saved, line: file && <Words as="p" id="settings-saved" values={{ file }} /> }
}
