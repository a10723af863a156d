package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

func TestFormats(t *testing.T) {
	want := []string{"text", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"}
	if got := Formats(); !slices.Equal(got, want) {
		t.Errorf("Formats() = %v, want %v", got, want)
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Write(io.Discard, "yaml", noFindings(), Options{})
	if err == nil || !strings.Contains(err.Error(), `"yaml"`) || !strings.Contains(err.Error(), "sarif") {
		t.Errorf("error = %v, want one that names the format and those that exist", err)
	}
}

type brokenWriter struct{}

var errBroken = errors.New("no space left")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrors(t *testing.T) {
	for _, format := range Formats() {
		if err := Write(brokenWriter{}, format, typical(), Options{}); !errors.Is(err, errBroken) {
			t.Errorf("%s: error = %v, want that of the writer", format, err)
		}
	}
	if err := Write(io.Discard, GitHub, typical(), Options{JobSummary: brokenWriter{}}); !errors.Is(err, errBroken) {
		t.Errorf("error = %v, want that of the job summary", err)
	}
}

func TestOutputIsDeterministic(t *testing.T) {
	for _, format := range Formats() {
		first := render(t, format, typical(), Options{})
		for range 5 {
			if render(t, format, typical(), Options{}) != first {
				t.Fatalf("the %s report differs from run to run", format)
			}
		}
	}
}

func TestFailureText(t *testing.T) {
	known := message.Errorf("設定がありません", "there is no configuration")
	tests := []struct {
		name   string
		err    error
		ja, en string
	}{
		{"two languages", known, "設定がありません", "there is no configuration"},
		{"wrapped", fmt.Errorf("loading: %w", known), "設定がありません", "loading: there is no configuration"},
		{"joined", errors.Join(known, errors.New("x")), "設定がありません; x", "there is no configuration; x"},
		{"plain", errors.New("x"), "x", "x"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := failureText(tt.err, message.Japanese); got != tt.ja {
				t.Errorf("Japanese: %q, want %q", got, tt.ja)
			}
			if got := failureText(tt.err, message.English); got != tt.en {
				t.Errorf("English: %q, want %q", got, tt.en)
			}
		})
	}
}

func TestTextOptions(t *testing.T) {
	t.Run("suppressed findings are shown on demand", func(t *testing.T) {
		const hint = "the decision has no reason [risk/decision] (suppressed until 2026-12-31: 委員会で審議中)"
		if got := render(t, Text, typical(), Options{}); strings.Contains(got, "risk/decision") {
			t.Errorf("suppressed finding is shown:\n%s", got)
		}
		got := render(t, Text, typical(), Options{ShowSuppressed: true})
		if !strings.Contains(got, hint) || !strings.Contains(got, "[document/title] (accepted by the baseline)") {
			t.Errorf("suppressed or baselined finding is not marked:\n%s", got)
		}
	})
	t.Run("the commit of a finding is named", func(t *testing.T) {
		r := typical()
		r.Findings[1].Commit = "ffeeddccbbaa99887766"
		if got := render(t, Text, r, Options{}); !strings.Contains(got, "[approval/missing] (commit ffeeddccbb)\n") {
			t.Errorf("the commit is missing:\n%s", got)
		}
	})
	t.Run("width cuts source lines", func(t *testing.T) {
		got := render(t, Text, typical(), Options{Width: 40})
		if !strings.Contains(got, "...日は「２０２３年１０月１日」と...") {
			t.Errorf("the long line is not cut around the finding:\n%s", got)
		}
	})
	t.Run("a run without files says so", func(t *testing.T) {
		if got := render(t, Text, &lint.Report{}, Options{}); got != "no file was checked\n" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("the exceptions of a clean run are named", func(t *testing.T) {
		r := noFindings()
		r.Summary.Suppressed, r.Summary.Covered = 2, 30
		want := "all clear: 30 of 32 files checked (2 not covered by any rule), no findings apart from 2 suppressed and 0 baselined\n"
		if got := render(t, Text, r, Options{}); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestRuleDocumentation(t *testing.T) {
	for _, lang := range []message.Language{message.Japanese, message.English} {
		rule := testRules()[0]
		compareGolden(t, "rule/markdown-"+string(lang), RuleMarkdown(rule, lang))
		var b bytes.Buffer
		if err := RuleText(&b, rule, Options{Language: lang}); err != nil {
			t.Fatal(err)
		}
		compareGolden(t, "rule/text-"+string(lang), b.String())
	}
}

func TestSentence(t *testing.T) {
	tests := []struct {
		lang     message.Language
		in, want string
	}{
		{message.English, "a title is missing", "A title is missing."},
		{message.English, "approved_by is missing", "approved_by is missing."},
		{message.English, "it ends.", "It ends."},
		{message.Japanese, "文書名がありません", "文書名がありません。"},
		{message.Japanese, "終わりです。", "終わりです。"},
		{message.English, "", ""},
	}
	for _, tt := range tests {
		if got := sentence(tt.in, tt.lang); got != tt.want {
			t.Errorf("sentence(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
