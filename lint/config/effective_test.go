package config_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/source"
)

func TestEffectiveOrigin(t *testing.T) {
	src := strings.Join([]string{
		`[[people]]`,
		`id = "a"`,
		`name = "佐藤 \"花\"\t子"`,
		`[[people]]`,
		`id = "b"`,
		`name = "田中"`,
		`[rules]`,
		`"text/term" = "off"`,
		`[risk]`,
		`formula = "impact"`,
		`[risk.factors]`,
		`impact = [1, 10]`,
	}, "\n")
	c := parse(t, src)
	text := source.NewText([]byte(src))
	var got []string
	for _, s := range c.Effective() {
		if s.Default {
			continue
		}
		at := text.Position(s.Span.Start)
		got = append(got, s.Name()+" = "+s.Value+" @"+string(rune('0'+at.Line%10)))
	}
	want := []string{
		`people[1].id = "a" @2`,
		`people[1].name = "佐藤 \"花\"\u0009子" @3`,
		`people[2].id = "b" @5`,
		`people[2].name = "田中" @6`,
		`risk.formula = "impact" @0`,
		`risk.factors.impact = [1, 10] @2`,
		`rules."text/term" = "off" @8`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOrigin(t *testing.T) {
	src := "[organization]\ntimezone = \"UTC\"\n"
	c := parse(t, src)
	if at, ok := c.Origin("organization", "timezone"); !ok || at.Of([]byte(src)) != `"UTC"` {
		t.Errorf("timezone at %v, %v", at, ok)
	}
	for _, path := range [][]string{{"organization", "name"}, {"organization", "timezone", "x"}, {"people", "0", "id"}} {
		if at, ok := c.Origin(path...); ok {
			t.Errorf("%q at %v, want none", path, at)
		}
	}
	if _, ok := config.Default().Origin("organization"); ok {
		t.Error("a default has no origin")
	}
}

func TestUnknownRules(t *testing.T) {
	src := "[rules]\n\"text/tern\" = \"off\"\n\"text/term\" = \"info\"\n\"old/name\" = \"info\"\n\"nothing/like-it\" = \"off\"\n"
	c := parse(t, src)
	known := map[string]bool{"text/term": true, "old/name": true}
	got := render([]byte(src), c.UnknownRules(func(n string) bool { return known[n] }, []string{"text/term", "text/width"}))
	want := "2:1-2:12 unknown rule \"text/tern\", expected the name of a rule; did you mean \"text/term\"\n" +
		"\t「text/tern」というルールはないため、名前を確認してください（「text/term」の誤りではありませんか）\n" +
		"5:1-5:18 unknown rule \"nothing/like-it\", expected the name of a rule\n" +
		"\t「nothing/like-it」というルールはないため、名前を確認してください\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
