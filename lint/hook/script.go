package hook

import (
	_ "embed"
	"path/filepath"
	"strings"
)

// Suffix is added to the name of a hook that makes room for that of ismslint.
const Suffix = ".before-ismslint"

// marker tells hooks of ismslint from others.
const marker = "# ismslint-hook:"

var (
	//go:embed script.sh
	scriptHead string
	//go:embed script_commit.sh
	scriptCommit string
	//go:embed script_push.sh
	scriptPush string
)

// script returns the text of a hook for any POSIX shell, that of git for
// Windows included. The program is the one to run where PATH has none.
func script(k Kind, folder, program string) string {
	text := scriptHead + scriptPush
	if k == PreCommit {
		text = scriptHead + scriptCommit
	}
	return strings.NewReplacer(
		"@FOLDER@", quote(folder), "@PROGRAM@", quote(filepath.ToSlash(program)),
		"@HOOK@", string(k), "@SUFFIX@", Suffix,
	).Replace(text)
}

// quote makes one word of a text for the shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

func isOurs(text string) bool { return strings.Contains(text, "\n"+marker) }

// folderOf reads the folder of the ISMS from a hook of ismslint.
func folderOf(text string) string {
	for line := range strings.Lines(text) {
		if value, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "folder="); ok {
			value = strings.TrimSuffix(strings.TrimPrefix(value, "'"), "'")
			return strings.ReplaceAll(value, `'\''`, "'")
		}
	}
	return ""
}
