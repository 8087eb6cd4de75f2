import type { KeyboardEvent } from 'react'

interface Keystroke {
  key: string
  keyCode: number
  isComposing: boolean
}

/**
 * Whether Enter was meant for the app. An input method uses Enter to take a candidate: some engines say so by
 * `isComposing`, others (WebKit, after the composition has ended) only by key code 229.
 */
export function isEnter({ key, keyCode, isComposing }: Keystroke): boolean {
  return key === 'Enter' && !isComposing && keyCode !== 229
}

export function onEnterDo(act: (() => void) | undefined) {
  return (event: KeyboardEvent) => {
    const { key, keyCode, isComposing } = event.nativeEvent
    if (act && isEnter({ key, keyCode, isComposing })) act()
  }
}
