// Package scaffold writes a complete ISMS to start from: the documents of the
// catalogue, the configuration, a pre-commit configuration, a CI workflow and
// the owners of the files (command init).
//
// The texts are templates under templates/LANGUAGE, one file for each file of
// the result and with the same path. They are text/template with the
// delimiters <% and %>, because TOML and GitHub Actions use [[ and {{
// themselves. Each value that comes from a user goes through the function of
// the syntax in which it stands: toml, yaml or markdown.
package scaffold

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
)

// Options says what to write, where and for whom.
type Options struct {
	// Dir is the folder to write to. [Init] creates it when it is missing;
	// [Files] does not use it.
	Dir string
	// Language is the language of the documents.
	Language message.Language
	// Organization is the legal name; empty gives a sample name.
	Organization string
	// Date is the day on which the documents are established and the roles
	// begin. It is mandatory.
	Date date.Date
	// President, Manager, Secretariat and ChiefAuditor are the names of the
	// people who hold these roles. An empty one gives the name of the role.
	// The same name given twice is one person with several roles.
	President, Manager, Secretariat, ChiefAuditor string
	// Version is the version of ismslint that hook and workflow ask for.
	// Anything but the version of a release gives the branch main.
	Version string
}

// File is one file of the ISMS.
type File struct {
	// Path is below the root of the ISMS, with slashes.
	Path    string
	Content []byte
}
