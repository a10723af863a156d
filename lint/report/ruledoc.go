package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// ruleFact is one line about a rule.
type ruleFact struct {
	name  message.Text
	value string
}

// ruleFacts returns what there is to say about a rule beside its prose.
func ruleFacts(r *lint.Rule, lang message.Language) []ruleFact {
	all := []ruleFact{
		{message.Text{JA: "既定の重大度", EN: "default severity"}, r.Severity.String()},
		{message.Text{JA: "要求事項", EN: "requirements"}, strings.Join(r.Requirements, ", ")},
		{message.Text{JA: "ISO/IEC 27001の箇条", EN: "clauses of ISO/IEC 27001"}, strings.Join(r.Clauses, ", ")},
		{message.Text{JA: "附属書Aの管理策", EN: "controls of Annex A"}, strings.Join(r.Controls, ", ")},
		{message.Text{JA: "以前の名前", EN: "earlier names"}, strings.Join(r.Aliases, ", ")},
		{message.Text{JA: "導入バージョン", EN: "since"}, r.Since},
		{message.Text{JA: "コメントによる抑制", EN: "suppression by a comment"}, suppressible(r).In(lang)},
	}
	var facts []ruleFact
	for _, f := range all {
		if f.value != "" {
			facts = append(facts, f)
		}
	}
	return facts
}

func suppressible(r *lint.Rule) message.Text {
	if r.GuardsEvidence {
		return message.Text{
			JA: "できません（証拠を守るルールのため、対象の文書からは抑制できません）",
			EN: "not possible, because the rule guards evidence in the document itself",
		}
	}
	return message.Text{JA: "理由を書けばできます", EN: "possible with a reason"}
}

// RuleMarkdown returns the documentation of a rule as a section of Markdown,
// below a heading of level 2 with its name, in the given language.
func RuleMarkdown(r *lint.Rule, lang message.Language) string {
	return "## " + mdCode(r.Name) + "\n\n" + ruleBody(r, lang)
}

// ruleBody is the documentation below the heading.
func ruleBody(r *lint.Rule, lang message.Language) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", mdText(sentence(r.Doc.Summary.In(lang), lang)))
	if !r.Doc.Why.IsZero() {
		fmt.Fprintf(&b, "%s\n\n", mdText(sentence(r.Doc.Why.In(lang), lang)))
	}
	for _, e := range ruleExamples(r) {
		fmt.Fprintf(&b, "**%s**\n\n%s\n", e.name.In(lang), mdFence(safeBlock(e.value), "markdown"))
	}
	for _, f := range ruleFacts(r, lang) {
		fmt.Fprintf(&b, "- %s: %s\n", f.name.In(lang), mdText(f.value))
	}
	return b.String()
}

// RuleText writes the documentation of a rule for the terminal. Of the
// options it follows Language, Color, Hyperlinks and RuleURL.
func RuleText(w io.Writer, r *lint.Rule, o Options) error {
	var b bytes.Buffer
	s := style{on: o.Color, links: o.Hyperlinks}
	name := safe(r.Name)
	if o.RuleURL != nil {
		name = s.link(o.RuleURL(r.Name), name)
	}
	fmt.Fprintf(&b, "%s\n\n%s\n", s.paint(sgrBold, name), safe(sentence(r.Doc.Summary.In(o.Language), o.Language)))
	if !r.Doc.Why.IsZero() {
		fmt.Fprintf(&b, "\n%s\n", safe(sentence(r.Doc.Why.In(o.Language), o.Language)))
	}
	for _, e := range ruleExamples(r) {
		fmt.Fprintf(&b, "\n%s\n\n", s.paint(sgrBold, e.name.In(o.Language)))
		for line := range strings.SplitSeq(strings.TrimRight(safeBlock(e.value), "\n"), "\n") {
			b.WriteString(strings.TrimRight("    "+line, " ") + "\n")
		}
	}
	b.WriteByte('\n')
	for _, f := range ruleFacts(r, o.Language) {
		fmt.Fprintf(&b, "%s: %s\n", s.paint(sgrDim, f.name.In(o.Language)), safe(f.value))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// rulePlain returns the documentation of a rule as plain text.
func rulePlain(r *lint.Rule, lang message.Language) (string, error) {
	var b strings.Builder
	err := RuleText(&b, r, Options{Language: lang})
	return b.String(), err
}

func ruleExamples(r *lint.Rule) []ruleFact {
	var examples []ruleFact
	if r.Doc.Wrong != "" {
		examples = append(examples, ruleFact{message.Text{JA: "悪い例", EN: "Wrong"}, r.Doc.Wrong})
	}
	if r.Doc.Right != "" {
		examples = append(examples, ruleFact{message.Text{JA: "良い例", EN: "Right"}, r.Doc.Right})
	}
	return examples
}

// sentence turns the statement of a message, which has neither a capital
// letter nor a full stop, into one that stands in prose.
func sentence(s string, lang message.Language) string {
	if s == "" {
		return ""
	}
	if lang == message.Japanese {
		if strings.HasSuffix(s, "。") {
			return s
		}
		return s + "。"
	}
	if word, _, _ := strings.Cut(s, " "); isPlainWord(word) {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// isPlainWord reports whether a word is one of prose: lower-case letters
// only, not the name of a field or a file.
func isPlainWord(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word != ""
}
