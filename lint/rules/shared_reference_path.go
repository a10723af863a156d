package rules

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// pathIndex knows the paths of a snapshot by what people mix up.
type pathIndex struct {
	files map[string]*isms.File
	// composed gives the path for its form with composed characters, folded
	// that for the same in lower case, named those with a last element.
	composed, folded map[string]string
	named            map[string][]string
	names            []string
}

func (c *linkCheck) index() *pathIndex {
	if c.paths != nil {
		return c.paths
	}
	c.paths = &pathIndex{files: map[string]*isms.File{}, composed: map[string]string{}, folded: map[string]string{}, named: map[string][]string{}}
	for _, f := range c.system.Files {
		c.paths.files[f.Path] = f
	}
	for _, p := range c.system.Paths() {
		form := norm.NFC.String(p)
		c.paths.composed[form] = p
		c.paths.folded[strings.ToLower(form)] = p
		name := path.Base(form)
		if c.paths.named[name] == nil {
			c.paths.names = append(c.paths.names, name)
		}
		c.paths.named[name] = append(c.paths.named[name], p)
	}
	return c.paths
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

// nearestPath returns what a target may have meant, as it would be written in
// the file: the only path with the same name, with backslashes turned round or
// the extension added, or one with a similar name in the same folder.
func (c *linkCheck) nearestPath(f *isms.File, target, at string) string {
	ix := c.index()
	if slashed, within := resolvePath(f.Path, strings.ReplaceAll(target, `\`, "/")); within && c.system.HasPath(slashed) {
		return relativePath(f.Path, slashed)
	}
	if c.system.HasPath(at + ".md") {
		return relativePath(f.Path, at+".md")
	}
	if !c.mayGuess() {
		return ""
	}
	name := norm.NFC.String(path.Base(at))
	if same := ix.named[name]; len(same) == 1 {
		return relativePath(f.Path, same[0])
	}
	var beside []string
	for _, n := range ix.names {
		for _, p := range ix.named[n] {
			if path.Dir(p) == path.Dir(at) && p != f.Path {
				beside = append(beside, n)
			}
		}
	}
	near := schema.Nearest(name, beside)
	if near == "" {
		near = schema.Nearest(name, ix.names)
		if len(ix.named[near]) != 1 || ix.named[near][0] == f.Path {
			return ""
		}
		return relativePath(f.Path, ix.named[near][0])
	}
	return relativePath(f.Path, path.Join(path.Dir(at), near))
}

// mostGuesses is the number of broken links for which the nearest spelling is
// looked for. It takes long, and no reader wants more.
const mostGuesses = 200

func (c *linkCheck) mayGuess() bool {
	c.guesses++
	return c.guesses <= mostGuesses
}

// relativePath returns the path of the target as a link in the file has it.
func relativePath(file, target string) string {
	from := strings.Split(path.Dir(file), "/")
	if from[0] == "." {
		from = nil
	}
	to := strings.Split(target, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}
