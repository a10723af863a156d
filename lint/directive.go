package lint

import (
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// Directive is a comment that suppresses one rule on one line:
//
//	<!-- ismslint:ignore RULE reason="…" until=2026-12-31 -->
//
// It covers the line that it stands on, or, standing alone, the next line
// that is not blank.
type Directive struct {
	File *isms.File
	// Span is that of the comment.
	Span source.Span
	// Rule is the rule's name as written; Target is the rule, or nil when
	// there is none of that name.
	Rule   string
	Target *Rule
	// Enabled reports whether the target ran.
	Enabled bool
	Reason  string
	// Until is the last day on which the directive holds; zero for ever.
	Until date.Date
	// AsOf is the day of judgement.
	AsOf date.Date
	// Malformed says what keeps the directive from being understood; it then
	// suppresses nothing.
	Malformed message.Text
	// Used reports whether a finding was suppressed.
	Used bool

	covers source.Span
}

// Expired reports whether the last day of the directive is past.
func (d *Directive) Expired() bool { return !d.Until.IsZero() && d.AsOf.After(d.Until) }

// effective reports whether the directive may suppress findings.
func (d *Directive) effective() bool {
	return d.Malformed.IsZero() && d.Target != nil && !d.Target.GuardsEvidence && d.Reason != "" && !d.Expired()
}

// directivePrefix begins the text of every directive.
const directivePrefix = "ismslint:"

// ParseDirective reads the text of an HTML comment. ok is false for a comment
// that is no directive at all.
func ParseDirective(text string) (d Directive, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), directivePrefix)
	if !ok {
		return d, false
	}
	verb, rest := cutWord(rest)
	if verb != "ignore" {
		d.Malformed = message.Textf("「ismslint:%s」という指示はありません。使えるのは ismslint:ignore だけです",
			"there is no directive \"ismslint:%s\"; only ismslint:ignore is known", verb)
		return d, true
	}
	d.Rule, rest = cutWord(rest)
	if d.Rule == "" || strings.Contains(d.Rule, "=") {
		d.Malformed = message.Textf("どのルールを対象とするかが書かれていません。ismslint:ignore の後にルール名を1つ書いてください",
			"the directive names no rule; write one rule name after ismslint:ignore")
		return d, true
	}
	d.readAttributes(rest)
	return d, true
}

func (d *Directive) readAttributes(rest string) {
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		name, value, tail, ok := cutAttribute(rest)
		switch {
		case !ok:
			d.Malformed = message.Textf("「%s」を解釈できません。reason=\"理由\" と until=2026-12-31 の形で書いてください",
				"cannot understand \"%s\"; write reason=\"…\" and until=2026-12-31", rest)
			return
		case name == "reason":
			d.Reason = strings.TrimSpace(value)
		case name == "until":
			day, format, isDate := date.Parse(value)
			if !isDate || format != date.ISO || day.IsZero() {
				d.Malformed = message.Textf("until の値「%s」は日付ではありません。2026-12-31 の形で書いてください",
					"the value %q of until is not a date; write it as 2026-12-31", value)
				return
			}
			d.Until = day
		default:
			d.Malformed = message.Textf("「%s」という項目はありません。使えるのは reason と until です",
				"there is no attribute %q; reason and until are known", name)
			return
		}
		rest = tail
	}
}

func cutWord(s string) (word, rest string) {
	s = strings.TrimLeft(s, " \t\r\n")
	if i := strings.IndexAny(s, " \t\r\n"); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// cutAttribute cuts name="value" or name=value off the front of s.
func cutAttribute(s string) (name, value, rest string, ok bool) {
	name, rest, ok = strings.Cut(s, "=")
	if !ok || name == "" || strings.ContainsAny(name, " \t\r\n\"") {
		return "", "", "", false
	}
	if quoted, isQuoted := strings.CutPrefix(rest, `"`); isQuoted {
		value, rest, ok = strings.Cut(quoted, `"`)
		return name, value, rest, ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\r\n"))
	}
	value, rest = cutWord(rest)
	return name, value, rest, value != "" && !strings.Contains(value, `"`)
}

// directives returns the directives of a file.
func directives(f *isms.File, text *source.Text, asOf date.Date, rules *ruleSet) []*Directive {
	var out []*Directive
	for i := range f.Doc.Comments {
		c := &f.Doc.Comments[i]
		d, ok := ParseDirective(c.Text)
		if !ok {
			continue
		}
		d.File, d.Span, d.AsOf, d.covers = f, c.Span, asOf, coveredLine(c, text)
		d.Target, d.Enabled = rules.find(d.Rule)
		out = append(out, &d)
	}
	return out
}

func coveredLine(c *document.Comment, text *source.Text) source.Span {
	line := text.Position(c.Span.Start).Line
	if !c.Alone {
		return text.Line(line)
	}
	for line = text.Position(c.Span.End).Line + 1; line <= text.Lines(); line++ {
		if span := text.Line(line); strings.TrimSpace(span.Of(text.Bytes)) != "" {
			return span
		}
	}
	return source.Span{}
}
