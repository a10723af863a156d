package rules

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

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
const mostGuesses = 20

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
