import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { type ReactNode, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import './base.css'
import { dark, light } from './theme'

const darkAsked = window.matchMedia('(prefers-color-scheme: dark)')

document.documentElement.dataset.system = navigator.userAgent.includes('Windows') ? 'windows' : 'other'

function watchDark(changed: () => void) {
  darkAsked.addEventListener('change', changed)
  return () => darkAsked.removeEventListener('change', changed)
}

/** The policy allows only styles that carry the page's nonce, which stands on the style element of index.html. */
function rendererWithNonce() {
  const nonce = document.querySelector('style')?.nonce
  return createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})
}

interface Props {
  /** What was chosen; the system's until the engine has said so. */
  theme: 'system' | 'light' | 'dark'
  children: ReactNode
}

export function Look({ theme, children }: Props) {
  const renderer = useMemo(rendererWithNonce, [])
  const systemIsDark = useSyncExternalStore(watchDark, () => darkAsked.matches)
  const isDark = theme === 'system' ? systemIsDark : theme === 'dark'
  // Before anything is painted: the window is not shown until the first screen stands.
  useLayoutEffect(() => {
    document.documentElement.dataset.look = isDark ? 'dark' : 'light'
  }, [isDark])
  return (
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={isDark ? dark : light} style={{ height: '100%', background: 'transparent' }}>
        {children}
      </FluentProvider>
    </RendererProvider>
  )
}
