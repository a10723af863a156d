package rules

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// pathIndex knows the paths of a snapshot by what people mix up.
type pathIndex struct {
	// composed gives the path for its form with composed characters, folded
	// that for the same in lower case, named those with a last element.
	composed, folded map[string]string
	named            map[string][]string
	names            []string
}

func (c *linkCheck) index() *pathIndex {
	return isms.Derived(c.system, pathIndexKey{}, func(s *isms.System) *pathIndex {
		x := &pathIndex{composed: map[string]string{}, folded: map[string]string{}, named: map[string][]string{}}
		for _, p := range s.Paths() {
			form := norm.NFC.String(p)
			x.composed[form] = p
			x.folded[strings.ToLower(form)] = p
			name := path.Base(form)
			if x.named[name] == nil {
				x.names = append(x.names, name)
			}
			x.named[name] = append(x.named[name], p)
		}
		return x
	})
}

type pathIndexKey struct{}

// filesByPath finds files by their paths.
var filesByPath = isms.NewIndex("path", func(f *isms.File, add func(string)) { add(f.Path) })

// fileAt returns the file of the ISMS at a path, or nil.
func fileAt(s *isms.System, path string) *isms.File {
	if files := s.Lookup(filesByPath, path); len(files) > 0 {
		return files[0]
	}
	return nil
}

// find returns the path of the snapshot that at means. A path from the root
// may begin at the root of a larger repository that the ISMS is a folder of.
// Composed and decomposed characters look alike and are the same.
func (c *linkCheck) find(target, at string) (string, bool) {
	for {
		if at == "." || c.system.HasPath(at) {
			return at, true
		}
		if found, ok := c.index().composed[norm.NFC.String(at)]; ok {
			return found, true
		}
		_, below, ok := strings.Cut(at, "/")
		if !ok || !strings.HasPrefix(target, "/") {
			return "", false
		}
		at = below
	}
}

func (c *linkCheck) reportPath(f *isms.File, l *document.Link, target, at string) {
	finding := lint.Finding{File: f.Path, Span: &l.DestinationSpan}
	what := message.Text{JA: "リンク先", EN: "the link"}
	if l.Image {
		what = message.Text{JA: "画像", EN: "the image"}
	}
	if real, ok := c.index().folded[strings.ToLower(norm.NFC.String(at))]; ok {
		written := relativePath(f.Path, real)
		finding.Message = message.Textf("%[1]sの「%[2]s」は大文字と小文字が実際のファイル名と異なります。「%[3]s」と書いてください",
			"%[1]s to %[2]q differs in case from the real name, expected %[3]q", what, target, written)
		finding.Fix = destinationFix(f, l, target, written)
		c.pass.Report(finding)
		return
	}
	if near := c.nearestPath(f, target, at); near != "" {
		finding.Message = message.Textf("%[1]sの「%[2]s」がありません。「%[3]s」のことですか",
			"%[1]s to %[2]q leads nowhere; did you mean %[3]q", what, target, near)
	} else {
		finding.Message = message.Textf("%[1]sの「%[2]s」がありません。パスを直すか、ファイルを追加してください",
			"%[1]s to %[2]q leads nowhere; correct the path or add the file", what, target)
	}
	c.pass.Report(finding)
}

// destinationFix replaces the path of a destination, where both spellings can
// stand in Markdown as they are.
func destinationFix(f *isms.File, l *document.Link, target, real string) *lint.Fix {
	at := l.DestinationSpan
	at.End = min(at.End, at.Start+len(target))
	if at.Of(f.Doc.Source) != target || strings.ContainsAny(real, " ()<>\\%#?&*_[]") || strings.HasPrefix(target, "/") {
		return nil
	}
	return &lint.Fix{
		Description: message.Textf("リンク先を「%s」に直す", "write the destination as %q", real),
		Edits:       []lint.Edit{{Span: at, NewText: real}},
	}
}

// leavesTree reports whether a destination is none of the files of the ISMS: a
// URL, a path of Windows, or what a template engine still has to fill in.
func leavesTree(destination string) bool {
	if hasAnyPrefix(destination, "//", `\\`, "www.") || holdsAny(destination, "{{", "<%", "${") {
		return true
	}
	scheme, _, ok := strings.Cut(destination, ":")
	if !ok || scheme == "" || !isLatinLetter(rune(scheme[0])) {
		return false
	}
	return strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-") == ""
}

// resolvePath returns the path below the root of the ISMS that a target means
// in a file, and false when it lies outside.
func resolvePath(file, target string) (at string, within bool) {
	if strings.HasPrefix(target, "/") {
		at = path.Clean(strings.TrimLeft(target, "/"))
	} else {
		at = path.Join(path.Dir(file), target)
	}
	return at, at != ".." && !strings.HasPrefix(at, "../")
}
