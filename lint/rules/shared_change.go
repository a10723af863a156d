package rules

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// approvedBefore returns the approved state that a document is compared with.
// ok is false when there is none or when it cannot be told, which is noted.
func approvedBefore(p *lint.Pass, c *isms.Change, pair *isms.Pair) (f *isms.File, commit *isms.Commit, ok bool) {
	f, commit, err := c.Approved(pair)
	if err != nil {
		at := pair.After
		if at == nil {
			at = pair.Before
		}
		p.NotEvaluated(at, "承認済みの状態を履歴から読み取れません: %s", "the approved state cannot be read from the history: %s", message.Of(err))
		return nil, nil, false
	}
	return f, commit, f != nil
}

// recordedOn is the day on which a document or record came to have a property.
// ok is false when that cannot be told, which is noted.
func recordedOn(p *lint.Pass, c *isms.Change, f *isms.File, has func(*isms.File) bool) (day date.Date, ok bool) {
	day, err := c.RecordedOn(f, has)
	if err != nil {
		p.NotEvaluated(f, "登録された日を履歴から読み取れません: %s", "the day of the record cannot be read from the history: %s", message.Of(err))
	}
	return day, err == nil
}

func sameRevision(a, b *isms.File) bool {
	return a.Meta.Revision.Valid && b.Meta.Revision.Valid && a.Meta.Revision.Int == b.Meta.Revision.Int
}

// approvedState points to the state that was approved.
func approvedState(f *isms.File, commit *isms.Commit) lint.Related {
	text := message.Textf("承認済みの改訂%d（%s）", "approved as revision %d on %s", f.Meta.Revision.Int, f.Meta.ApprovedOn.Text)
	if commit != nil {
		text = message.Textf("承認済みの改訂%d（コミット %s）", "approved as revision %d in commit %s", f.Meta.Revision.Int, commit.Name())
	}
	return lint.Related{File: f.Path, Commit: commitID(commit), Message: text}
}

func commitID(c *isms.Commit) string {
	if c == nil {
		return ""
	}
	return c.ID
}

// changedParts names the fields and sections in which two states of a document
// differ, the first few of them.
func changedParts(before, after *isms.File) message.Text {
	var names []message.Text
	for _, key := range changedFields(before, after) {
		names = append(names, message.Textf("項目 %s", "field %s", key))
	}
	old := map[partKey]string{}
	for _, s := range partList(before) {
		old[s.partKey] = s.text
	}
	for _, s := range partList(after) {
		if text, existed := old[s.partKey]; !existed && s.text != "" || text != s.text {
			names = append(names, message.Textf("「%s」", "%q", s.title))
		}
		delete(old, s.partKey)
	}
	for _, s := range partList(before) {
		if _, gone := old[s.partKey]; gone && s.text != "" {
			names = append(names, message.Textf("「%s」の削除", "%q removed", s.title))
		}
	}
	if len(names) == 0 {
		names = append(names, message.Text{JA: "本文", EN: "body"})
	}
	const most = 3
	if more := len(names) - most; more > 0 {
		names = append(names[:most], message.Textf("ほか%d箇所", "%d more", more))
	}
	return joinTexts(names)
}

func joinTexts(texts []message.Text) message.Text {
	var ja, en []string
	for _, t := range texts {
		ja, en = append(ja, t.JA), append(en, t.EN)
	}
	return message.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
}

// changedFields returns the keys of the front matter that the digest covers
// and that differ.
func changedFields(before, after *isms.File) []string {
	fields := func(f *isms.File) map[string]string {
		m, key := map[string]string{}, ""
		for _, line := range f.DigestedFields() {
			if !strings.HasPrefix(line, " ") {
				key, _, _ = strings.Cut(strings.TrimPrefix(line, `"`), `"`)
			}
			m[key] += line
		}
		return m
	}
	a, b := fields(before), fields(after)
	var keys []string
	for key, text := range b {
		if a[key] != text {
			keys = append(keys, key)
		}
		delete(a, key)
	}
	for key := range a {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// partOf is the text below one heading, up to the next heading of any level.
type partOf struct {
	partKey
	text string
}

// partKey tells sections apart, those of one title by their order.
type partKey struct {
	title string
	nth   int
}

func partList(f *isms.File) []partOf {
	var list []partOf
	count := map[string]int{}
	src, from, title := f.Doc.Source, f.Doc.Body.Start, f.Meta.Title.Text
	add := func(end int) {
		count[title]++
		text := strings.Join(strings.Fields(string(src[from:end])), " ")
		list = append(list, partOf{partKey{title, count[title]}, text})
	}
	for i := range f.Doc.Headings {
		h := &f.Doc.Headings[i]
		add(h.Span.Start)
		from, title = h.Span.End, h.Text
	}
	add(f.Doc.Body.End)
	return list
}

// historyAlone reports whether two states differ in nothing that the digest
// covers but the rows of the revision history.
func historyAlone(before, after *isms.File) bool {
	rest := func(f *isms.File) string {
		var history []source.Span
		header := ""
		if f.Revisions != nil {
			history = append(history, f.Doc.Tables[f.Revisions.Table].Span)
			for _, cell := range f.Doc.Tables[f.Revisions.Table].Header {
				header += fold.Key(cell.Text) + "\n"
			}
		}
		text := strings.Join(f.DigestedFields(), "\n") + "\n" + header + "\n" + string(f.DigestedBodyWithout(history...))
		if r := f.RowsFile; r != nil && !slices.ContainsFunc(f.Tables, func(t *isms.Table) bool { return t.Path == r.Path && t.Schema.Log }) {
			text += isms.BytesDigest(r.Source)
		}
		return text
	}
	return rest(before) == rest(after)
}

// wasIssued reports whether a document or record was approved at some time
// before the change. Until then it is a draft, which may change freely.
func wasIssued(p *lint.Pass, c *isms.Change, pair *isms.Pair) bool {
	if s := pair.Before.Meta.Status; s != isms.Draft && s != isms.Review {
		return true
	}
	_, _, ok := approvedBefore(p, c, pair)
	return ok
}

// contentAlone is what the digest of a document covers without what a revision
// changes in any case: number and dates of the revision, wherever they stand,
// the drafter and the revision history.
func contentAlone(f *isms.File) string {
	var b strings.Builder
	for _, line := range f.DigestedFields() {
		key, _, _ := strings.Cut(strings.TrimPrefix(line, `"`), `"`)
		switch key {
		case "revision", "revised", "drafted_by":
		default:
			b.WriteString(line + "\n")
		}
	}
	var left []source.Span
	for i := range f.Cover {
		left = append(left, f.Cover[i].Value.Span)
	}
	if f.Revisions != nil {
		left = append(left, f.Doc.Tables[f.Revisions.Table].Span)
	}
	slices.SortFunc(left, func(a, b source.Span) int { return a.Start - b.Start })
	src, from := f.Doc.Source, f.Doc.Body.Start
	var body []byte
	for _, s := range left {
		if s.Start >= from {
			body = append(body, src[from:s.Start]...)
			from = s.End
		}
	}
	body = append(body, src[min(from, f.Doc.Body.End):f.Doc.Body.End]...)
	b.Write(bytes.Join(bytes.Fields(body), []byte(" ")))
	if f.RowsFile != nil {
		b.Write(f.RowsFile.Source)
	}
	return b.String()
}
