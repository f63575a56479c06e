# What the rules know of a request, in words.
package proofline.access

permission := data.proofline.permissions[input.action]

limits := data.proofline.limits

is_person if input.subject.kind == "person"

is_machine if input.subject.kind == "machine"

# Whoever owns the machine can read its disk and its database; rules of an organization do not bind them.
is_operator if input.subject.kind == "operator"

is_bound if not is_operator

# Only takes access away, so nothing but the end of the session itself stands in its way.
is_brake if input.action in data.proofline.brakes

is_restricted if permission.sensitivity == "restricted"

is_restricted if input.resource.sensitivity == "restricted"

# A proof from the future is none: a clock is wrong, or somebody lies.
is_proven if {
	is_number(input.context.proofSeconds)
	input.context.proofSeconds >= 0
}

is_proven_within(seconds) if {
	is_person
	is_proven
	input.context.proofSeconds <= seconds
}

# A token is exchanged for a proof made elsewhere, so it is as old as its token.
is_proven_within(seconds) if {
	is_machine
	is_session_known
	input.context.sessionSeconds <= seconds
}

# A machine proves nothing afresh: whoever stole its token a minute ago holds a young token too.
is_freshly_proven if {
	is_person
	is_proven_within(limits.freshProofSeconds)
}

is_session_known if {
	is_number(input.context.sessionSeconds)
	input.context.sessionSeconds >= 0 - limits.clockSkewSeconds
}

# The longest life a session can be given; the session itself usually ends earlier. Should its end ever be missed, this
# is where everything stops.
is_session_current if {
	is_session_known
	input.context.sessionSeconds <= limits.sessionSeconds
}

# RFC 8176: a WebAuthn assertion with user verification is two factors (mfa), a proof of possession (pop) and the
# presence of the person (user). Whether the key sits in hardware (hwk) is not said by every passkey: those that
# are copied between devices do not, so hwk counts only when the session itself carries it.
methods_shown contains method if some method in input.context.amr

methods_shown contains method if {
	input.context.method == "passkey"
	some method in data.proofline.passkeyMethods
}

# An address that is none is in no range; a range in its place would be compared as a whole.
is_in_network if {
	not contains(input.context.address, "/")
	some range in input.rules.networks
	net.cidr_contains(range, input.context.address)
}
