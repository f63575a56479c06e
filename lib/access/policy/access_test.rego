# The rules one by one, beside their sources. The table of decisions that is run through the compiled policy everywhere
# is lib/access/expected.
package proofline.access_test

import data.proofline.access

person := {"kind": "person", "role": "admin", "elevated": false, "scoped": false}

machine := {"kind": "machine", "role": "admin", "elevated": false, "scoped": false}

resource := {"organizationId": "0190a8f0-0000-7000-8000-000000000002", "sensitivity": null}

passkey := {
	"method": "passkey",
	"proofSeconds": 60,
	"sessionSeconds": 120,
	"acr": null,
	"amr": [],
	"address": "192.0.2.7",
	"devicePosture": null,
	"risk": 0,
	"hasCredential": true,
}

token := object.union(passkey, {"method": "token", "proofSeconds": null, "hasCredential": false})

link := object.union(passkey, {"method": "link", "proofSeconds": null})

rules := {
	"networks": [],
	"acr": [],
	"amr": [],
	"maxProofMinutes": null,
	"compliantDevices": false,
	"elevationHours": 8,
	"reviewDays": 90,
}

asked(subject, action, context, asks) := decision if {
	decision := access.decision with input as {
		"subject": subject,
		"action": action,
		"resource": resource,
		"context": context,
		"rules": object.union(rules, asks),
	}
}

allowed := {"effect": "allow", "reasons": [], "revoke": false}

denied(reasons) := {"effect": "deny", "reasons": reasons, "revoke": false}

proof(reasons) := {"effect": "step-up", "reasons": reasons, "revoke": false}

test_every_permission_is_complete if {
	every row in data.proofline.permissions {
		object.keys(row) == {"roles", "kind", "sensitive", "sensitivity", "machine"}
		row.kind in {"read", "write"}
		is_boolean(row.sensitive)
		row.sensitivity in {"internal", "confidential", "restricted"}
		is_boolean(row.machine)
	}
}

test_every_list_names_permissions if {
	every action in data.proofline.brakes { data.proofline.permissions[action] }
	every action in data.proofline.neverElevated { data.proofline.permissions[action] }
	every action in data.proofline.auditDesk { data.proofline.permissions[action] }
}

test_nothing_asked_is_nothing_allowed if {
	access.decision == denied(["policy-error"]) with input as {}
	access.decision == denied(["policy-error"]) with input as null
}

test_unknown_action_is_denied_to_everybody if {
	asked(person, "organization:destroy", passkey, {}) == denied(["unknown-action"])
	asked(machine, "organization:destroy", token, {}) == denied(["unknown-action"])
	operator := {"kind": "operator", "role": "admin", "elevated": false, "scoped": false}
	asked(operator, "organization:destroy", object.union(token, {"method": "local"}), {}) == denied(["unknown-action"])
}

test_admin_needs_a_fresh_proof_for_members if {
	asked(person, "member:write", passkey, {}) == allowed
	asked(person, "member:write", object.union(passkey, {"proofSeconds": 301}), {}) == proof(["step-up-required"])
}

test_proof_from_the_future_is_none if {
	asked(person, "member:write", object.union(passkey, {"proofSeconds": -1}), {}) == proof(["step-up-required", "unproven"])
}

test_nothing_proven_is_nothing_restricted_written if {
	asked(person, "audit-log:export", link, {}) == proof(["unproven"])
	asked(person, "audit-log:read", link, {}) == allowed
}

test_machine_cannot_step_up if {
	risky := object.union(token, {"risk": 50})
	asked(machine, "incident:read", risky, {}) == denied(["machine-cannot-step-up", "risk"])
	asked(machine, "deployment:delete", token, {}) == allowed
}

test_networks if {
	asks := {"networks": ["192.0.2.0/24", "2001:db8::/32"]}
	asked(person, "incident:read", passkey, asks) == allowed
	asked(person, "incident:read", object.union(passkey, {"address": "2001:db8::1"}), asks) == allowed
	asked(person, "incident:read", object.union(passkey, {"address": "203.0.113.1"}), asks) == denied(["network"])
	asked(person, "incident:read", object.union(passkey, {"address": null}), asks) == denied(["network-unknown"])
}

test_network_that_is_no_range_lets_nobody_in if {
	asked(person, "incident:read", passkey, {"networks": ["anywhere"]}) == denied(["network"])
}

test_risk if {
	asked(person, "incident:read", object.union(passkey, {"risk": 79, "proofSeconds": 301}), {}) == proof(["risk"])
	asked(person, "incident:read", object.union(passkey, {"risk": 79}), {}) == allowed
	lost := asked(person, "incident:read", object.union(passkey, {"risk": 80}), {})
	lost == {"effect": "deny", "reasons": ["risk-revoked"], "revoke": true}
}

test_lent_role_makes_nothing_that_outlives_it if {
	lent := object.union(person, {"elevated": true})
	asked(lent, "member:write", passkey, {}) == denied(["elevated-role"])
	asked(lent, "deployment:delete", passkey, {}) == allowed
}

test_session_of_unknown_age_is_over if {
	asked(person, "incident:read", object.union(passkey, {"sessionSeconds": null}), {}) == denied(["session-expired"])
}

test_scope_of_an_auditor_is_the_desk if {
	scoped := {"kind": "person", "role": "auditor", "elevated": false, "scoped": true}
	asked(scoped, "requirement:read", passkey, {}) == allowed
	asked(scoped, "incident:read", passkey, {}) == denied(["audit-scope"])
	asked(scoped, "audit-log:read", passkey, {}) == denied(["audit-scope"])
	asked(scoped, "member:write", passkey, {}) == denied(["audit-scope", "role"])
	asked(scoped, "passkey:add", passkey, {}) == allowed
}
