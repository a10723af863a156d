package project

import "strings"

// Folder returns the path of the ISMS below the root of the repository, with
// slashes, "" for the root itself.
func (p *Project) Folder() string { return strings.TrimSuffix(p.Prefix, "/") }
