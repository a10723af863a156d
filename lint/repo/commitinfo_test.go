package repo

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
)

// The fields must be what git shows of the same commits.
func TestCommitLikeGit(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && echo 1 >a && git add . && git commit -qm '最初の版

詳しい説明' && git tag -m v1 v1
git checkout -q -b side && git commit -q --allow-empty -m side && git checkout -q main && git commit -q --allow-empty -m main && git merge -q -m 'merge' side
printf 'one\r\ntwo\r\n' >../crlf && git commit -q --allow-empty --cleanup=verbatim -F ../crlf
printf '\n\n  blank lines and no end' >../blank && git commit -q --allow-empty --cleanup=verbatim -F ../blank
git commit -q --allow-empty --allow-empty-message -m ''
`)
	r := s.open("r")
	for _, rev := range []string{"v1", "main", "main~1", "main~2", "main~3", "side"} {
		c, err := r.Commit(rev)
		if err != nil {
			t.Fatal(err)
		}
		ident := func(i Ident) string {
			return fmt.Sprintf("%s|%s|%d|%s", i.Name, i.Email, i.When.Unix(), i.When.Format("-0700"))
		}
		got := strings.Join([]string{c.ID, c.Tree, strings.Join(c.Parents, " "), ident(c.Author), ident(c.Committer)}, "\n")
		want := s.run(`git -C r show -s --date=format:%z --format='%H%n%T%n%P%n%an|%ae|%at|%ad%n%cn|%ce|%ct|%cd' "$REV^{commit}"`, "REV="+rev)
		if got != want {
			t.Errorf("%s:\n%s\ngit says\n%s", rev, got, want)
		}
		s.run(`git -C r cat-file commit "$REV^{commit}" | sed '1,/^$/d' >message`, "REV="+rev)
		s.write("ours", c.Message)
		s.run(`cmp message ours`)
		if c.Signature != nil || string(c.Payload()) != c.raw || !c.Problem.IsZero() || !c.Author.Problem.IsZero() {
			t.Errorf("%s: %+v", rev, c)
		}
	}
}

// handmade is a commit with the given lines after the tree.
func handmade(lines string) string {
	return "tree " + emptyTree.String() + "\n" + lines
}

const plainIdents = "author A <a@b> 1700000000 +0900\ncommitter B <b@c> 1700000000 +0900\n"

func TestCommitEncodings(t *testing.T) {
	const name, text = "佐藤 花子", "改訂を承認しました。ソ表"
	sjis, _ := japanese.ShiftJIS.NewEncoder().String(text)
	sjisName, _ := japanese.ShiftJIS.NewEncoder().String(name)
	jis, _ := japanese.ISO2022JP.NewEncoder().String(text)
	jisName, _ := japanese.ISO2022JP.NewEncoder().String(name)
	euc, _ := japanese.EUCJP.NewEncoder().String(text)
	eucName, _ := japanese.EUCJP.NewEncoder().String(name)
	tests := map[string]struct {
		encoding, rawName, rawText, name, text, problem string
	}{
		"none":              {"", name, text, name, text, ""},
		"utf-8":             {"UTF-8", name, text, name, text, ""},
		"Shift_JIS":         {"Shift_JIS", sjisName, sjis, name, text, ""},
		"CP932":             {"CP932", sjisName, sjis, name, text, ""},
		"EUC-JP":            {"eucJP", eucName, euc, name, text, ""},
		"ISO-2022-JP":       {"ISO-2022-JP", jisName, jis, name, text, ""},
		"Latin 1":           {"ISO-8859-1", "J\xfcrg", "gepr\xfcft", "Jürg", "geprüft", ""},
		"unknown, but UTF":  {"KLINGON", name, text, name, text, `"KLINGON" is not supported`},
		"unstated":          {"", "J\xfcrg", "gepr\xfcft", "J\uFFFDrg", "gepr\uFFFDft", "not valid"},
		"broken Shift_JIS":  {"Shift_JIS", "A", "\x83\x5c\xff\x81", "A", "ソ\uFFFD\uFFFD", "not valid"},
		"broken by the end": {"EUC-JP", "A", "ok \xa4", "A", "ok \uFFFD", "not valid"},
	}
	s := newSandbox(t)
	s.run(`git init -q -b main r`)
	r := s.open("r")
	for title, tt := range tests {
		t.Run(title, func(t *testing.T) {
			header := ""
			if tt.encoding != "" {
				header = "encoding " + tt.encoding + "\n"
			}
			idents := strings.Replace(plainIdents, "author A", "author "+tt.rawName, 1)
			id := s.store("commit", handmade(idents+header+"\n"+tt.rawText))
			c, err := r.Commit(id.String())
			if err != nil {
				t.Fatal(err)
			}
			if c.Author.Name != tt.name || c.Message != tt.text || c.Author.Email != "a@b" || !c.Author.Problem.IsZero() {
				t.Errorf("%q %q %+v", c.Author.Name, c.Message, c.Author)
			}
			if (tt.problem == "") != c.Problem.IsZero() || !strings.Contains(c.Problem.EN, tt.problem) {
				t.Errorf("problem %q", c.Problem.EN)
			}
			if string(c.Payload()) != handmade(idents+header+"\n"+tt.rawText) {
				t.Errorf("the payload was decoded")
			}
		})
	}
}

func TestUnusualCommits(t *testing.T) {
	const a, b = "1111111111111111111111111111111111111111", "abcdefabcdefabcdefabcdefabcdefabcdefabcd"
	tests := map[string]struct {
		raw     string
		parents []string
		author  string
		message string
	}{
		"a parent further on is none": {handmade(plainIdents + "parent " + a + "\n\nx"), nil, "A", "x"},
		"two authors":                 {handmade("author Z <z@z> 1 +0000\n" + plainIdents + "\nx"), nil, "Z", "x"},
		"an author in the message":    {handmade("\nauthor A <a@b> 1 +0000"), nil, "", "author A <a@b> 1 +0000"},
		"an author within a header":   {handmade("x-other 1\n author Z <z@z> 1 +0000\n" + plainIdents + "\nx"), nil, "A", "x"},
		"capital letters in an id":    {handmade("parent " + strings.ToUpper(b) + "\n" + plainIdents + "\nx"), []string{b}, "A", "x"},
		"many parents":                {handmade("parent " + a + "\nparent " + b + "\nparent " + a + "\n" + plainIdents + "\nx"), []string{a, b, a}, "A", "x"},
		"no message":                  {handmade(plainIdents), nil, "A", ""},
		"no final line break":         {handmade(strings.TrimSuffix(plainIdents, "\n")), nil, "A", ""},
		"a NUL in the message":        {handmade(plainIdents + "\nx\x00y"), nil, "A", "x\x00y"},
	}
	s := newSandbox(t)
	s.run(`git init -q -b main r`)
	r := s.open("r")
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c, err := r.Commit(s.store("commit", tt.raw).String())
			if err != nil {
				t.Fatal(err)
			}
			if strings.Join(c.Parents, " ") != strings.Join(tt.parents, " ") || c.Author.Name != tt.author || c.Message != tt.message {
				t.Errorf("%q %q %q", c.Parents, c.Author.Name, c.Message)
			}
			if string(c.Payload()) != tt.raw {
				t.Errorf("payload %q", c.Payload())
			}
		})
	}
	for name, raw := range map[string]string{
		"nothing": "", "no tree": plainIdents + "\nx", "a short tree": "tree 123\n" + plainIdents, "a tree of letters": "tree " + strings.Repeat("z", 40) + "\n" + plainIdents,
		"only a tree": "tree " + emptyTree.String(),
	} {
		_, err := r.Commit(s.store("commit", raw).String())
		t.Run(name, func(t *testing.T) {
			wantError(t, err, "コミットの先頭部分が不正です", "header of the commit is malformed")
		})
	}
	large := s.store("commit", handmade(plainIdents+"\n"+strings.Repeat("x", maxCommit)))
	_, err := r.Commit(large.String())
	wantError(t, err, "大きすぎます", "larger than 4 MiB")
	child := s.store("commit", handmade("parent "+large.String()+"\n"+plainIdents+"\nx"))
	_, err = r.Walk(t.Context(), []string{child.String()}, nil)
	wantError(t, err, "大きすぎます", "larger than 4 MiB")
}
