package standard

// Control is a control of Annex A.
type Control struct {
	ID      string // such as A.5.1 (2022) or A.5.1.1 (2013, 2005)
	Edition Edition
	// Group is the id of the innermost group: the theme in 2022, the control
	// objective before.
	Group string
	Titles
	// New reports that the edition before had no such control. It is stated of
	// 2022 only.
	New bool
	// Attributes are those of ISO/IEC 27002:2022, nil in other editions.
	Attributes *Attributes
}

// Attributes classify a control of 2022. Values are in lower case with
// underscores and without the number sign that ISO/IEC 27002 prints.
type Attributes struct {
	Types        []string // preventive, detective, corrective
	Properties   []string // confidentiality, integrity, availability
	Concepts     []string // identify, protect, detect, respond, recover
	Capabilities []string // operational capabilities, such as asset_management
	Domains      []string // security domains, such as resilience
	Confidence   Confidence
}

// GroupKind is the kind of a group of controls.
type GroupKind string

// The kinds of groups: themes in 2022, domains (such as A.5) that are divided
// into objectives (such as A.5.1) before.
const (
	Theme     GroupKind = "theme"
	Domain    GroupKind = "domain"
	Objective GroupKind = "objective"
)

// Group is a group of controls.
type Group struct {
	ID      string
	Edition Edition
	Kind    GroupKind
	// Parent is the id of an objective's domain, and "" for the others.
	Parent string
	Titles
}
