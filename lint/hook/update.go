package hook

import (
	"bufio"
	"io"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// Update is a reference that a push moves.
type Update struct {
	// Ref is the full name on the receiving side, Before and After the ids
	// there; "" where there is none.
	Ref, Before, After string
}

// maxLine is the length of a line above which it cannot be one of git.
const maxLine = 64 << 10

// ReadUpdates reads the lines that git writes to the hook pre-push (local
// reference, local id, remote reference, remote id) or pre-receive (old id, new
// id, reference).
func ReadUpdates(k Kind, r io.Reader) ([]Update, error) {
	var updates []Update
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		u, ok := parseUpdate(k, strings.TrimRight(lines.Text(), "\r"))
		if !ok {
			return nil, message.Errorf("標準入力の %[2]d 行目 %[1]q は、gitがフック %[3]s に渡す形式ではありません",
				"line %[2]d of standard input, %[1]q, is not what git passes to %[3]s", shorten(lines.Text()), len(updates)+1, k)
		}
		updates = append(updates, u)
	}
	if err := lines.Err(); err != nil {
		return nil, message.Wrap(err, "標準入力を読み込めません", "cannot read standard input")
	}
	return updates, nil
}

func parseUpdate(k Kind, line string) (Update, bool) {
	fields := strings.Split(line, " ")
	n := len(fields)
	var u Update
	switch {
	case k == PreReceive && n == 3:
		u = Update{Before: fields[0], After: fields[1], Ref: fields[2]}
	// What was to be pushed is as the user wrote it, such as HEAD@{1 day ago}.
	case k == PrePush && n >= 4:
		u = Update{After: fields[n-3], Ref: fields[n-2], Before: fields[n-1]}
	default:
		return u, false
	}
	before, after := cutZero(&u.Before), cutZero(&u.After)
	return u, before && after && strings.HasPrefix(u.Ref, "refs/")
}

// cutZero empties the id that stands for no commit, and reports whether it is
// an id at all.
func cutZero(id *string) bool {
	const sha1, sha256 = 40, 64
	if n := len(*id); n != sha1 && n != sha256 || strings.Trim(*id, "0123456789abcdef") != "" {
		return false
	}
	if strings.Trim(*id, "0") == "" {
		*id = ""
	}
	return true
}

func shorten(line string) string {
	const most = 80
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "…"
	}
	return line
}
