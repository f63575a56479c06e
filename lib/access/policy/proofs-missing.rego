# Reasons that a fresh passkey assertion or single sign-on removes.
package proofline.access

proofs_missing contains "step-up-required" if {
	is_person
	permission.sensitive
	not is_freshly_proven
	not is_enrolling
}

# The first passkey, and the first one after a recovery by link, cannot be proven with a passkey.
is_enrolling if {
	input.action == "passkey:add"
	not input.context.hasCredential
}

is_enrolling if {
	input.action == "passkey:add"
	input.context.method == "link"
	is_session_known
	input.context.sessionSeconds <= limits.enrolmentSeconds
}

proofs_missing contains "proof-too-old" if {
	is_bound
	is_number(input.rules.maxProofMinutes)
	not is_proven_within(input.rules.maxProofMinutes * 60)
}

# Contexts are an identity provider's own words, so they are asked of a single sign-on alone.
proofs_missing contains "authentication-context" if {
	input.context.method == "oidc"
	count(input.rules.acr) > 0
	not input.context.acr in input.rules.acr
}

proofs_missing contains "authentication-context" if {
	input.context.method in {"oidc", "passkey"}
	count(input.rules.amr) > 0
	not is_method_shown
}

is_method_shown if {
	some method in input.rules.amr
	method in methods_shown
}

# A link names no method at all; where methods matter it opens nothing but reading.
proofs_missing contains "authentication-context" if {
	input.context.method == "link"
	count(input.rules.acr) + count(input.rules.amr) > 0
	permission.kind == "write"
}

# Possession of a link that somebody else sent proves no person.
proofs_missing contains "unproven" if {
	is_person
	not is_proven
	is_restricted
	permission.kind == "write"
}

proofs_missing contains "risk" if {
	is_bound
	input.context.risk >= limits.riskStepUp
	not is_freshly_proven
	not is_brake
}
