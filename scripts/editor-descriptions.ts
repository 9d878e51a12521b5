/** What an editor shows beside a key. Paths as in the file; `[]` is an entry of a list, `*` any key. */
export const configDescriptions: Readonly<Record<string, string>> = {
  operator:
    "Who you are. Designation as a critical information infrastructure operator is notified by the authority in charge.",
  "operator.status":
    "Declared, never inferred; a list for a body that is both, such as [ciio, state-organ]. Undeclared operators get both outcomes.",
  "operator.sectors": "Sectors whose rules apply to you, such as finance. Left out = none.",
  "operator.handled": "People whose personal information is handled in total. Left out = unknown.",
  "operator.exported":
    "Distinct people whose data was provided outside the mainland since 1 January, sensitive personal information counted apart. Left out = unknown.",
  "operator.exported.asOf": "Day of the counts. Counts of another year than the run's are unknown.",
  "operator.exported.personal": "People with non-sensitive personal information. Left out = unknown.",
  "operator.exported.sensitivePersonal": "People with sensitive personal information. Left out = unknown.",
  sources: "The clouds to scan. Credentials come from each SDK's own chain and never stand here.",
  classification: "What your data is and where it was collected.",
  "classification.tags":
    "Tags of yours that tell a class; added to the built-in `data-class` and its kin, and before them.",
  "classification.tags[].value": "A glob on the tag's value; * stands for any characters.",
  "classification.origins":
    "Where data was collected: the first entry that matches wins, a `data-origin` tag before all of them. All that an entry gives must match.",
  "classification.origins[].tag": "`key` or `key=value`, the value a glob.",
  "classification.origins[].resources": "Globs on resource ids.",
  "classification.defaultOrigin": "For what no entry, no tag and no mainland region tells.",
  "classification.imports":
    "Results of other services as evidence of class: macie, purview, dsc, or csv with the columns resource and class. Paths from this file.",
  "classification.mainlandCopies":
    "Declares that a whole copy is kept in the mainland where no scan sees it, or that none is kept.",
  approvals:
    "What makes an export lawful, as declared by you; never verified. Accepted only in scope and in time, and never for core data, state secrets or the storage duty of a CIIO.",
  "approvals[].id": "The number on the document, or your own. Each once.",
  "approvals[].ground": "Of an exemption only.",
  "approvals[].classes": "`personal` does not cover `sensitive-personal`.",
  "approvals[].destinations": "Jurisdictions, ISO countries, or provider:region-glob.",
  "approvals[].resources": "Globs on the resource that data leaves, or on what it was copied from.",
  "approvals[].people": "People it covers; a larger count reopens the finding.",
  "approvals[].expires": "Last valid day, Asia/Shanghai. Required but for contracts and exemptions.",
  "approvals[].reviewBy": "Day by which somebody looks at it again. Required for contracts and exemptions.",
  "approvals[].pipia": "The personal information protection impact assessment behind it.",
  attestations: "What a cloud cannot show, with the day it was done: never a pass, and never without a date.",
  "attestations[].id": "The id that a policy asks for; see `jingnei policies show`.",
  reviewedProviders: "Providers, or provider:partition, that went through your procurement review.",
  suppressions: "Findings that somebody answers for until a day: shown as suppressed, never as passed.",
  "suppressions[].policy": "A glob on policy ids.",
  "suppressions[].resources": "Globs on resource ids.",
  "suppressions[].expires": "Last day on which it holds.",
  policies: "Which rules apply.",
  "policies.packs": "All by default.",
  "policies.directories": "Folders with rules of your own, from this file's folder.",
  "policies.disable": "Globs on policy ids. What is disabled stands in the report.",
  "policies.parameters": "Values that replace those of the catalogue, such as logRetentionDays.",
  inspection: "How `scan --inspect` samples what stores hold.",
  "inspection.runsIn": "Where this tool runs: the content of stores in the mainland is read from the mainland only.",
  "inspection.profile":
    "Whose list of sensitive personal information is read: `gbt45574` that of 2025, `strict` the wider one of 2020 besides.",
  "inspection.seed": "The same seed and content give the same sample. Left out = another sample each time.",
  "inspection.objects":
    "Objects drawn at random from each store; none found among 300 says that at most 1 % hold something.",
  "inspection.strata": "Objects drawn besides, one of each kind of object that the random ones missed.",
  "inspection.budget":
    "What a whole run may read: bytes (a number, or such as 10GiB), requests, and money where prices are given.",
  "inspection.prices": "As your contract has them; without them the cost of a run is not said.",
};

export const policyDescriptions: Readonly<Record<string, string>> = {
  id: "As the file is named: capital letters, digits, - and .",
  aliases: "Earlier ids.",
  family:
    "Of one family only one rule is the finding on an edge: open before closed, not met before review, then rank.",
  rank: "Higher is stronger.",
  subject:
    "What the rule is asked about instead of each edge: the operator, an account, a platform or a recorded route.",
  attestation: "The id under attestations in jingnei.yaml that its attestation.* facts speak of.",
  inForce: "Days on which the rule holds; left out = as far as its citations reach.",
  scope: "any: asked of resources out of scope too.",
  when: "CEL over the facts: true = the rule fires. An unknown fact is absent and leaves the rule undecided, which gives a review.",
  needs: "Every fact in the conditions that can be unknown.",
  owns: "Facts whose want this rule reports; it silences the others.",
  verdict: "What firing means before any recorded route.",
  adjust: "Another severity or verdict where a condition holds; the first that does counts.",
  firesWithout: "Facts whose want alone does not keep the rule from firing.",
  routes: "Mechanisms that make it accepted when recorded, in scope and in time.",
  exemptions: "Grounds of a recorded exemption that make it permitted.",
  arguable: "Mechanisms and grounds that make it a review.",
  acceptedWhen: "A recorded route counts only where this condition holds.",
  trigger: "Fires in place of a finding whose flow a recorded approval names without covering it.",
  fold: "One finding per account for resources of undecided scope, in the words of accountMessage.",
  message: "Names in braces are filled in: {flow}, {place}, {resource}, {parameters.NAME} …",
  accountMessage: "Said where findings fold into one per account.",
  basis: "The law. Every article has to stand in instruments.yaml, the built-in one or your own.",
  "basis[].article": "As the instrument numbers it today, in quotes.",
  "basis[].when": "Cited only where this condition holds.",
  reviewed: "Day on which a person read both languages against the source.",
  cases: "At least one that fires, one that passes, and one that is unknown where facts can be.",
  "cases[].given": "Facts by path; what is left out or null is unknown.",
  "cases[].severity": "Expected after adjust.",
  "cases[].verdict": "Expected after adjust, before any recorded route.",
  "cases[].routesCount": "What acceptedWhen says.",
};
