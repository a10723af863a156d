package repo

import (
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/message"
)

// checkPath says why a path of a tree, an index or a folder is refused, and
// the zero Text when it is not. Such names come from hostile trees: they leave
// the tree when they are written to disk, or write to the reader's terminal.
func checkPath(p string) message.Text {
	if !utf8.ValidString(p) {
		return message.Textf(
			"ファイル名 %q の文字コードがUTF-8ではありません。名前をUTF-8に直してください",
			"the file name %q is not UTF-8; rename the file", p)
	}
	for i := range len(p) {
		if c := p[i]; c < ' ' || c == 0x7f || c == '\\' || c == 0xc2 && p[i+1] < 0xa0 {
			return message.Textf(
				"ファイル名 %q に制御文字または「\\」が含まれています。名前を変えてください",
				"the file name %q has a control character or a backslash; rename the file", p)
		}
	}
	if !localPath(p) {
		return message.Textf(
			"パス %q はフォルダの外を指すため、読み込みません。名前を変えてください",
			"the path %q leaves the folder and is not read; rename the file", p)
	}
	return message.Text{}
}

// localPath reports whether every part of a slash-separated path is a name.
func localPath(p string) bool {
	for {
		part, rest, more := strings.Cut(p, "/")
		if part == "" || part == "." || part == ".." {
			return false
		}
		if !more {
			return true
		}
		p = rest
	}
}

// linkReason says why a symbolic link at path, below the root of the ISMS, is
// not followed.
func linkReason(linkPath, target string) message.Text {
	t := filepath.ToSlash(target)
	if path.IsAbs(t) || filepath.IsAbs(target) || !insideTree(path.Join(path.Dir(linkPath), t)) {
		return message.Textf(
			"フォルダの外（%q）を指すシンボリックリンクのため、読み込みません。リンクではなく実体を置いてください",
			"it is a symbolic link out of the folder (to %q) and is not followed; put what it points to here", target)
	}
	return message.Textf(
		"シンボリックリンク（%q）のため、読み込みません。リンクではなく実体を置いてください",
		"it is a symbolic link (to %q) and is not followed; put what it points to here", target)
}

// insideTree reports whether a cleaned, relative path stays below its start.
func insideTree(clean string) bool { return clean != ".." && !strings.HasPrefix(clean, "../") }

var nestedReason = message.Textf(
	"別のgitリポジトリ（サブモジュールなど）のため、確認しません。その中の文書は、そのフォルダで ismslint を実行して確認してください",
	"it is another git repository, such as a submodule, and is not entered; run ismslint in that folder to check it")

// cleanPrefix brings the folder of an ISMS below the root of a repository into
// the form "" or "a/b/".
func cleanPrefix(prefix string) string {
	p := strings.Trim(path.Clean("/"+filepath.ToSlash(prefix)), "/")
	if p == "" {
		return ""
	}
	return p + "/"
}
