package rules

import (
	"net/url"
	"path"
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// isAddress reports whether a text is meant for a URL.
func isAddress(text string) bool {
	return strings.HasPrefix(text, "http:") || strings.HasPrefix(text, "https:")
}

func validAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Host != "" && !strings.ContainsAny(u.Host, " 　")
}

// placeWithin reports whether a text is a path within the repository, going by
// the folder that it begins with, and whether the path exists. Paths count from
// the root of the ISMS or from the folder of the document.
func placeWithin(s *isms.System, f *isms.File, text string) (within, exists bool) {
	first, _, isPath := strings.Cut(strings.TrimPrefix(text, "./"), "/")
	if !isPath || first == "" || strings.ContainsAny(text, "\\\n:*") {
		return false, false
	}
	for _, p := range []string{path.Clean(text), path.Join(path.Dir(f.Path), text)} {
		if s.HasPath(p) {
			return true, true
		}
	}
	if first == ".." || s.HasPath(first) {
		return true, false
	}
	return schema.Nearest(first, topFolders(s)) != "", false
}

// topFolders returns the folders at the root of the ISMS that hold files of it.
func topFolders(s *isms.System) []string {
	var out []string
	for _, f := range s.Files() {
		if first, _, ok := strings.Cut(f.Path, "/"); ok && (len(out) == 0 || out[len(out)-1] != first) {
			out = append(out, first)
		}
	}
	return out
}

// notMadeYet reports whether a folder may be missing because no record of the
// form has been made: git keeps no empty folders.
func notMadeYet(s *isms.System, e *isms.Entry, text string) bool {
	parent := path.Dir(path.Clean(text))
	return path.Ext(text) == "" && e.Kind == isms.KindRecord && len(s.Records(e.Number)) == 0 && (parent == "." || s.HasPath(parent))
}

// actualPlace returns where the document or the records of an entry are, or
// "" when there are none.
func actualPlace(s *isms.System, e *isms.Entry) string {
	if e == nil {
		return ""
	}
	if records := s.Records(e.Number); len(records) > 0 {
		return path.Dir(records[len(records)-1].Path) + "/"
	}
	if f := s.Document(e.Number); f != nil {
		return f.Path
	}
	return ""
}

// linkWithin reports whether a link stands in a place of the file.
func linkWithin(f *isms.File, at source.Span) bool {
	for i := range f.Doc.Links {
		if l := f.Doc.Links[i].Span; l.Start >= at.Start && l.End <= at.End {
			return true
		}
	}
	return false
}
