# What may be asked. Anything else is denied before a rule looks at it, because a rule that compares a missing or
# mistyped field is silently undefined, and an undefined denial would let the request through.
package proofline.access

well_formed if {
	is_string(input.action)
	is_subject
	is_resource
	is_context
	is_rules
}

is_subject if {
	input.subject.kind in {"person", "machine", "operator"}
	input.subject.role in {"viewer", "assessor", "auditor", "admin", null}
	is_boolean(input.subject.elevated)
	is_boolean(input.subject.scoped)
}

is_resource if {
	is_string_or_null(input.resource.organizationId)
	input.resource.sensitivity in {"internal", "confidential", "restricted", null}
}

is_context if {
	input.context.method in {"passkey", "oidc", "link", "token", "local"}
	is_number_or_null(input.context.proofSeconds)
	is_number_or_null(input.context.sessionSeconds)
	is_string_or_null(input.context.acr)
	are_strings(input.context.amr)
	is_string_or_null(input.context.address)
	input.context.devicePosture in {"compliant", "non-compliant", null}
	is_number(input.context.risk)
	is_boolean(input.context.hasCredential)
}

is_rules if {
	are_strings(input.rules.networks)
	are_strings(input.rules.acr)
	are_strings(input.rules.amr)
	is_number_or_null(input.rules.maxProofMinutes)
	is_boolean(input.rules.compliantDevices)
}

is_string_or_null(value) if is_string(value)

is_string_or_null(value) if value == null

is_number_or_null(value) if is_number(value)

is_number_or_null(value) if value == null

are_strings(values) if {
	is_array(values)
	every value in values { is_string(value) }
}
