// Package config reads ismslint.toml: the organisation, its people and the
// roles they hold, the catalogue of documents, the risk model and the rules.
//
// The JSON Schema in schema/config.schema.json is the definition of the file;
// this package gives its contents types and remembers where each was written.
package config

import (
	"time"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// FileName is the name of the configuration file.
const FileName = "ismslint.toml"

// Config is the configuration of one ISMS.
type Config struct {
	// Path is the path of the file below the root of the ISMS, or "" when
	// there is none and the defaults apply.
	Path string
	// Source is the file as read and Root its contents with spans; both are
	// nil when there is no file.
	Source []byte
	Root   *source.Node

	Organization Organization
	Standard     Standard
	Documents    Documents
	People       []Person
	Roles        []Holding
	// RoleNames adds names to roles, by role id.
	RoleNames map[string][]string
	Terms     []Term
	// Clauses map clauses to what carries their documented information.
	Clauses []ClauseMapping
	Risk    Risk
	Periods Periods
	// Forms are additions to registers and records, in the order of the file.
	Forms    []FormSetting
	Approval Approval
	// Rules holds the settings of rules, by the rule's name.
	Rules map[string]RuleSetting
}

// Organization says whose ISMS it is.
type Organization struct {
	Name string
	// Aliases are other legal spellings of the name that count as the same.
	Aliases  []string
	Language message.Language // of findings; "" when not set
	Timezone *time.Location
	// Certified is nil when the file does not say.
	Certified *bool
}

// Standard says which text the ISMS is written to.
type Standard struct {
	Edition          string // "2005", "2013" or "2022"
	ClimateAmendment bool   // Amd 1:2024 applies
}

// Documents says which files belong to the ISMS and what they are.
type Documents struct {
	Include, Exclude []string // glob patterns below the root of the ISMS, ** included
	InitialRevision  int      // number of the first revision
	// NumberPattern is the regular expression that document numbers match as
	// a whole; "" for the built-in ISMS-[AB]-nn.
	NumberPattern string
	Catalogue     []CatalogueEntry
	// ReplaceCatalogue drops the built-in catalogue.
	ReplaceCatalogue bool
	External         []ExternalDocument
}

// CatalogueEntry adds a document to the catalogue, or changes the built-in
// entry of the same number.
type CatalogueEntry struct {
	Number, Title, TitleEN string
	Aliases                []string
	Drafter, Approver      string // role ids
	Kind                   string // document, register, plan or record
	Records                *bool  // one file per record; nil when the file does not say
	Optional               bool   // the organisation need not have it
	Span                   source.Span
}

// ExternalDocument is a document of someone else that texts may mention.
type ExternalDocument struct {
	Title, Issuer, Edition string
	Aliases                []string
	Date                   date.Date
	Span                   source.Span
}

// Person is someone who drafts, approves or holds a role.
type Person struct {
	ID, Name   string
	Aliases    []string // other spellings of the name
	Emails     []string
	Keys       []Key
	Department string
	Left       date.Date // last day with the organisation; zero while there
	Span       source.Span
	IDSpan     source.Span // of the value of id
}

// Holding is one interval for which a person holds a role.
type Holding struct {
	Role, Person string    // ids
	From, Until  date.Date // inclusive; a zero Until is open
	AppointedBy  string    // id of a person, "" when not stated
	AppointedOn  date.Date
	Record       string // id or path of the appointment record
	Span         source.Span
	RoleSpan     source.Span // of the values of role and person
	PersonSpan   source.Span
}

// Term declares the spelling of a concept.
type Term struct {
	Use       string
	InsteadOf []string
	Span      source.Span
}

// Risk is the risk model as written; package isms compiles it.
type Risk struct {
	Formula string
	Factors []Factor
	Bands   []Band
}

// Factor is one factor of the risk formula and its scale.
type Factor struct {
	Name   string
	Scale  []float64
	Labels []string
	// Columns are headers under which tables give the factor, besides its name
	// and the built-in ones.
	Columns []string
	Span    source.Span
}

// Band is one range of risk values.
type Band struct {
	Name   string
	Labels []string // other names that tables give the band
	Max    *float64 // inclusive; nil for the last band
	Span   source.Span
}

// Periods are the days allowed where neither the standard nor a form names a
// number (design decision 10), and the months of the yearly cycle (domain §5).
type Periods struct {
	// Trigger runs from an event that calls for action to the action.
	Trigger int
	// Evaluation runs from an information security event to its evaluation.
	Evaluation int
	// FollowUp runs from what was missed to its being made up for.
	FollowUp int
	// Year is the month in which the year of the ISMS begins.
	Year time.Month
	// Review is the month of the yearly review of issues and risks.
	Review time.Month
	// Legal is the month of the yearly review of legal requirements.
	Legal time.Month
}

// FormSetting is what the configuration says about one register or record form.
type FormSetting struct {
	Number string // as the configuration names the form
	Form   string // number in the built-in catalogue
	Values []FieldValues
	Span   source.Span
}

// FieldValues are values added to the enumeration of a column or field.
type FieldValues struct {
	Field  string // name or header
	Values []string
	Span   source.Span
}

// Grade is a grade of evidence for an approval.
type Grade string

// The grades of evidence, from weak to strong (design decision 13).
const (
	Declared  Grade = "declared"
	Forge     Grade = "forge"
	Committed Grade = "committed"
	Signed    Grade = "signed"
)

// Approval says how an approval must be proven.
type Approval struct {
	Evidence Grade
	// Series overrides Evidence by series of documents ("A", "B").
	Series map[string]Grade
	// ForgeKeys are public keys of the forge, RevokedKeys those that no longer
	// prove anything; or paths of files that hold them. The spans are those of
	// the entries.
	ForgeKeys, RevokedKeys []Key
	// SelfApproval lists documents for which drafter and approver may be the
	// same person, with the reason that the organisation gives.
	SelfApproval []Exception
}

// Key is a public key as written, or the path of a file that holds keys.
type Key struct {
	Text string
	Span source.Span
}

// Exception is a declared exception from a rule of the system.
type Exception struct {
	Number, Reason string
	Until          date.Date
	Span           source.Span
}

// RuleSetting is what the configuration says about one rule.
type RuleSetting struct {
	Severity string // off, info, warning or error
	Span     source.Span
}
