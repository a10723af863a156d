package isms

import "github.com/ismslint/ismslint/lint/standard"

// EditionOf returns the edition of ISO/IEC 27001 that a file is written to: the
// one of its front matter, else the one that its cover states, else the
// organisation's. It decides what an id such as A.8.2 means (design §10.8).
func (o *Organization) EditionOf(f *File) standard.Edition {
	if e := statedEdition(f); e.Valid() {
		return e
	}
	return standard.Edition(o.Config.Standard.Edition)
}

// statedEdition returns the edition that the file itself states, or "".
func statedEdition(f *File) standard.Edition {
	if e, ok := standard.ParseEdition(f.Meta.Edition.Text); ok {
		return e
	}
	for _, c := range f.Cover {
		if c.Name != "edition" {
			continue
		}
		if e, ok := standard.ParseEdition(c.Value.Text); ok {
			return e
		}
	}
	return ""
}
