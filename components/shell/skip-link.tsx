/** The first stop of the keyboard: past the navigation, straight to the page. */
export const SkipLink = () => (
  <a
    href="#content"
    className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 font-medium text-on-accent text-sm focus:translate-y-0 print:hidden"
  >
    Skip to content
  </a>
)
