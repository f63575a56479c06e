const WORDS = `
actions activities activity-uuid actor-uuid actors addr-lines address addresses adds adjustment-justification algorithm
alters as-is assessment-assets assessment-log assessment-plan assessment-platforms assessment-results
assessment-subjects associated-activities at-frequency attestations authorization-boundary authorized-privileges
availability-impact back-matter base base64 by-class by-components by-id by-item-name by-name by-ns capabilities
caption catalog categorizations category characterizations choice citation city class collected combine
component-definition component-uuid components confidence-score confidentiality-impact constraints control-id
control-implementation control-implementations control-objective-selections control-selections controls country
coverage custom data-flow date date-authorized deadline dependencies depends-on description diagrams document-ids
email-addresses end entries exclude-controls exclude-objectives exclude-subjects expires export expression
external-ids facets filename finding-uuid findings flat functions-performed generation-method group groups guidelines
hashes how-many href id id-ref identified-subject identifier identifier-type implementation-statement-uuid
implementation-status implementation-uuid implemented-components implemented-requirements import-ap
import-component-definitions import-profile import-ssp imports include-all include-controls include-objectives
include-subjects incorporates-components information-type-ids information-types inherited insert-controls
integrity-impact inventory-items label last-modified leveraged-authorizations lifecycle links local-definitions
location-uuids locations logged-by mapping-collection mapping-description mappings maps matching matching-rationale
media-type member-of-organizations merge metadata method methods mitigating-factors modify name network-architecture ns
number objective-id objectives-and-methods observation-uuid observations on-date order origin origins oscal-version
param-id params part parties parts party-uuid party-uuids pattern percentage period plan-of-action-and-milestones
poam-items port-ranges position postal-code predicate profile props prose protocols provenance provided provided-uuid
published purpose qualifiers reason rel related-controls related-findings related-observations related-responses
related-risks related-tasks relationship relevant-evidence remarks remediations removes required-assets
resource-fragment resources response-uuid responsibilities responsibility-uuid responsible-parties responsible-roles
results reviewed-controls revisions risk-log risk-uuid risks rlinks role-id role-ids roles satisfied scheme
security-impact-level security-objective-availability security-objective-confidentiality security-objective-integrity
security-sensitivity-level select selected set-parameters short-name source source-gap-summary source-resource sources
start state statement statement-id statement-ids statements status status-change steps subject
subject-placeholder-uuid subject-uuid subjects system system-characteristics system-id system-ids
system-implementation system-information system-name system-name-short system-security-plan target target-coverage
target-gap-summary target-id target-resource targets task-uuid tasks telephone-numbers terms-and-conditions test tests
text threat-ids timing title transport type types unit unmapped-controls urls usage users uses-components uuid value
values version with-child-controls with-ids within-date-range with-parent-controls`

/** Every name a field of an OSCAL document may have in 1.0 to 1.2 (NIST, JSON models), whichever object it stands in. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([...WORDS.trim().split(/\s+/), '$schema'])
