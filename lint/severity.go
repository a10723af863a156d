package lint

import "fmt"

// Severity is the weight of a finding.
type Severity uint8

// The severities in rising order. Off is the setting of a rule that does not
// run; no finding has it. In a finding made by a rule, Default stands for the
// severity of the rule.
const (
	Default Severity = iota
	Off
	Info    // orthography or an improvement
	Warning // a probable error or a gap against good practice
	Error   // breaks a stated requirement or makes evidence unusable
)

var severityNames = [...]string{Default: "default", Off: "off", Info: "info", Warning: "warning", Error: "error"}

// String returns the name used in configuration and reports.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity returns the severity with the given name: off, info, warning
// or error.
func ParseSeverity(name string) (Severity, error) {
	for s := Off; s <= Error; s++ {
		if severityNames[s] == name {
			return s, nil
		}
	}
	return Default, fmt.Errorf("unknown severity %q", name)
}
