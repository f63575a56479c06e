# Reasons that no fresh proof removes.
package proofline.access

denials contains "unknown-action" if not permission

denials contains "method" if not is_method_of_kind

is_method_of_kind if {
	is_person
	input.context.method in {"passkey", "oidc", "link"}
}

is_method_of_kind if {
	is_machine
	input.context.method == "token"
}

is_method_of_kind if {
	is_operator
	input.context.method == "local"
}

# Permissions without roles are personal: they concern whoever asks and no organization.
denials contains "role" if {
	is_bound
	is_array(permission.roles)
	not input.subject.role in permission.roles
}

denials contains "role" if {
	is_bound
	is_array(permission.roles)
	input.resource.organizationId == null
}

# A role held for a few hours must not make anything that outlives it: other members, their roles, ways in.
denials contains "elevated-role" if {
	input.subject.elevated
	input.action in data.proofline.neverElevated
}

# Who was let in for certain frameworks and a period sees them through the auditor's desk, which knows both.
denials contains "audit-scope" if {
	input.subject.scoped
	is_array(permission.roles)
	not input.action in data.proofline.auditDesk
}

denials contains "machine" if {
	is_machine
	permission.machine == false
}

# Nobody is there to step up. Sensitive acts that the table gives to machines need none: their token is minutes old
# and was given for one organization and one role; deleting what they wrote is part of their work.
denials contains "machine-cannot-step-up" if {
	is_machine
	count(proofs_missing) > 0
}

denials contains "session-expired" if {
	is_bound
	not is_session_current
}

denials contains "network-unknown" if {
	is_bound
	count(input.rules.networks) > 0
	input.context.address == null
}

denials contains "network" if {
	is_bound
	count(input.rules.networks) > 0
	input.context.address != null
	not is_in_network
}

denials contains "device" if {
	is_person
	input.rules.compliantDevices
	input.context.devicePosture != "compliant"
}

# A device known to be in a bad state changes nothing, whatever the organization asks for.
denials contains "device" if {
	is_bound
	permission.kind == "write"
	input.context.devicePosture == "non-compliant"
	not is_brake
}

denials contains "risk-revoked" if {
	is_bound
	input.context.risk >= limits.riskRevoke
}
