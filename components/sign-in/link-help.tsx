/** Where one-time links come from, for whoever has none. */
export const LinkHelp = () => (
  <section aria-labelledby="where" className="text-sm">
    <h2 id="where" className="font-semibold text-base">
      Where a link comes from
    </h2>
    <ul className="mt-2 grid list-disc gap-2 pl-5 text-ink-2">
      <li>An administrator of your organization gives you one, to begin with or when your passkeys are lost.</li>
      <li>
        <code>npm start</code> prints links for its demo roles when it is ready.
      </li>
      <li>
        Whoever runs this installation prints one:
        <code className="mt-1 block overflow-x-auto rounded-md bg-band px-2.5 py-1.5 text-xs">
          npm run -s proofline -- link --org SLUG --role ROLE --user EMAIL
        </code>
      </li>
    </ul>
  </section>
)
