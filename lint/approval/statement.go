// Package approval is the written form of an approval: a small readable
// statement that binds document, revision, content digest, approver, role and
// day, and that the approver signs with the own key (design decision 13,
// EVD-002). It knows the form alone; package isms judges what statements say.
package approval

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
)

const (
	// Folder is the folder of statements below the root of an ISMS.
	Folder = "approvals"
	// Namespace is the namespace of the signatures (ssh-keygen -Y -n), which
	// keeps a signature made for another purpose from being taken for an approval.
	Namespace = "ismslint-approval"
	// SignatureSuffix is added to the name of a statement for its signature,
	// as ssh-keygen does.
	SignatureSuffix = ".sig"
	// MaxSize is the size in bytes above which a statement or signature is refused.
	MaxSize = 64 << 10

	header    = "ismslint-approval/1"
	extension = ".txt"
)

// Statement says who approves what.
type Statement struct {
	// Number is the document number or the record's id, Title the title at
	// the time.
	Number, Title string
	// Revision is the approved revision, or 0 for what has none.
	Revision int
	// Digest is the content digest, as "sha256:" and 64 hexadecimal digits.
	Digest string
	// Approver is the id of the person, Name the person's name at the time,
	// Role the role in which the person approves.
	Approver, Name, Role string
	// Day is the day of approval.
	Day date.Date
}

// fields are the lines of a statement below the header, in their order.
func (s *Statement) fields() []struct{ key, value string } {
	revision := ""
	if s.Revision > 0 {
		revision = strconv.Itoa(s.Revision)
	}
	return []struct{ key, value string }{
		{"number", s.Number}, {"title", s.Title}, {"revision", revision}, {"digest", s.Digest},
		{"approver", s.Approver}, {"name", s.Name}, {"role", s.Role}, {"day", s.Day.String()},
	}
}

// Format returns the text of a statement, which [Parse] reads back.
func (s *Statement) Format() []byte {
	var b strings.Builder
	b.WriteString(header + "\n")
	for _, f := range s.fields() {
		if f.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.key, oneLine(f.value))
		}
	}
	return []byte(b.String())
}

// Path returns where a statement is kept below the root of the ISMS.
func (s *Statement) Path() string {
	name := s.Approver + "-" + s.Day.String()
	if s.Revision > 0 {
		name = "r" + strconv.Itoa(s.Revision) + "-" + name
	}
	// Metadata that the digest covers may be approved anew on the same day.
	if _, hex, ok := strings.Cut(s.Digest, ":"); ok && len(hex) >= 8 {
		name += "-" + hex[:8]
	}
	return path.Join(Folder, fileName(s.Number), fileName(name)+extension)
}

// IsStatement reports whether the file at a path below the root of the ISMS is
// a statement.
func IsStatement(p string) bool {
	return strings.HasPrefix(p, Folder+"/") && path.Ext(p) == extension
}

// Parse reads a statement. The error names the line.
func Parse(src []byte) (*Statement, error) {
	if len(src) > MaxSize {
		return nil, message.Errorf("承認書が大きすぎます（上限 %d バイト）", "the statement is larger than %d bytes", MaxSize)
	}
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(string(src), "\uFEFF"), "\r\n", "\n"), "\n")
	if lines[0] != header {
		return nil, lineError(1, "「%[2]s」で始まっていません", "it does not begin with %[2]q", header)
	}
	found := map[string]string{}
	for i, line := range lines[1:] {
		if line == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ": ")
		if !ok || !known(key) {
			return nil, lineError(i+2, "項目「%[2]s」は承認書にありません", "%[2]q is no field of a statement", excerpt(line))
		}
		if _, twice := found[key]; twice {
			return nil, lineError(i+2, "項目「%[2]s」が二度書かれています", "the field %[2]q is given twice", key)
		}
		if found[key] = strings.TrimSpace(value); oneLine(value) != found[key] {
			return nil, lineError(i+2, "項目「%[2]s」に制御文字が含まれています", "the field %[2]q holds a control character", key)
		}
	}
	return fromFields(found)
}

var digestPattern = regexp.MustCompile(`^sha256:[0-9a-f]{64}$`)

func fromFields(found map[string]string) (*Statement, error) {
	for _, key := range []string{"number", "digest", "approver", "role", "day"} {
		if found[key] == "" {
			return nil, message.Errorf("承認書に項目「%s」がありません", "the statement lacks the field %q", key)
		}
	}
	s := &Statement{
		Number: found["number"], Title: found["title"], Digest: found["digest"],
		Approver: found["approver"], Name: found["name"], Role: found["role"],
	}
	if !digestPattern.MatchString(s.Digest) {
		return nil, message.Errorf("ダイジェスト「%s」が sha256: と64桁の16進数ではありません", "the digest %q is not sha256: and 64 hexadecimal digits", excerpt(s.Digest))
	}
	if r, ok := found["revision"]; ok {
		n, err := strconv.Atoi(r)
		if err != nil || n < 1 {
			return nil, message.Errorf("改訂番号「%s」が1以上の整数ではありません", "the revision %q is not a whole number from 1", excerpt(r))
		}
		s.Revision = n
	}
	day, format, ok := date.Parse(found["day"])
	if !ok || format != date.ISO || day.IsZero() {
		return nil, message.Errorf("日付「%s」が 2026-11-21 の形ではありません", "the day %q is not of the form 2026-11-21", excerpt(found["day"]))
	}
	s.Day = day
	return s, nil
}

func known(key string) bool {
	for _, f := range new(Statement).fields() {
		if f.key == key {
			return true
		}
	}
	return false
}

func lineError(line int, ja, en string, args ...any) error {
	return message.Errorf("承認書の%[1]d行目: "+ja, "line %[1]d of the statement: "+en, append([]any{line}, args...)...)
}

// oneLine keeps a value from making lines of its own.
func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == 0x85 || r == 0x2028 || r == 0x2029 {
			return ' '
		}
		return r
	}, s))
}

// fileName keeps a number from naming a folder.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, s)
	if s == "" || s == "." || s == ".." {
		return "-"
	}
	return s
}

func excerpt(s string) string {
	r := []rune(s)
	if len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
