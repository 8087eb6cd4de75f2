import { useEffect, useState } from 'react'

/** Asks again a moment after the question last changed; an answer to an older question is dropped. */
export function useLive<T>(question: unknown, ask: () => Promise<T>, before: T): T {
  const [answer, setAnswer] = useState(before)
  const key = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question stands for everything that `ask` reads
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      ask().then(
        given => current && setAnswer(given),
        () => undefined, // A live remark is a courtesy; the real try says what is wrong.
      )
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key])
  return answer
}
