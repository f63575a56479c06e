# What Proofline answers to every request: allow, deny or step up, and every reason there is.
# A deny wins over a step-up. What cannot be judged is denied.
package proofline.access

default decision := {"effect": "deny", "reasons": ["policy-error"], "revoke": false}

decision := {"effect": "allow", "reasons": [], "revoke": false} if {
	well_formed
	count(denials) == 0
	count(proofs_missing) == 0
}

decision := {"effect": "step-up", "reasons": sort(proofs_missing), "revoke": false} if {
	well_formed
	count(denials) == 0
	count(proofs_missing) > 0
}

decision := {"effect": "deny", "reasons": sort(denials | proofs_missing), "revoke": "risk-revoked" in denials} if {
	well_formed
	count(denials) > 0
}
