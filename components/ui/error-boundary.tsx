'use client'

import { useRouter } from 'next/navigation'
import { Component, type ReactNode, startTransition } from 'react'
import { ErrorState } from './error-state'

type Props = { title: string; children: ReactNode }

/** Keeps a failure inside its card: the rest of the page stays. `title` names what could not be shown. */
export function ErrorBoundary({ title, children }: Props) {
  const router = useRouter()
  return (
    <Boundary title={title} refresh={() => router.refresh()}>
      {children}
    </Boundary>
  )
}

type Failure = Error & { digest?: string }

class Boundary extends Component<Props & { refresh: () => void }, { failure: Failure | null }> {
  override state: { failure: Failure | null } = { failure: null }

  static getDerivedStateFromError(failure: Failure) {
    // Redirects and not-found travel as errors and belong to the router.
    if (failure.digest?.startsWith('NEXT_')) throw failure
    return { failure }
  }

  retry = () =>
    startTransition(() => {
      this.props.refresh()
      this.setState({ failure: null })
    })

  override render() {
    const { failure } = this.state
    if (failure === null) return this.props.children
    return (
      <ErrorState title={`${this.props.title} could not be shown`} requestId={failure.digest} onRetry={this.retry}>
        Nothing was changed or lost. The rest of this page is not affected.
      </ErrorState>
    )
  }
}
