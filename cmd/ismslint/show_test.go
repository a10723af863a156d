package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

var sampleFolder = filepath.Join("..", "..", "examples", "sample")

// showSample runs show on the sample and returns what it printed.
func showSample(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	a := newApp(time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
	a.stdin, a.stdout, a.stderr = strings.NewReader(""), &stdout, &stderr
	if code := a.run(append([]string{"show"}, append(args, sampleFolder)...)); code != exitClean || stderr.Len() > 0 {
		t.Fatalf("show %v: exit code %d, %s", args, code, stderr.String())
	}
	return stdout.String()
}

// shownViews are the subcommands with what is sure to be in the sample.
func shownViews() map[string][]string {
	return map[string][]string{
		"documents": {"documents"}, "soa": {"soa"}, "map": {"soa", "--map", "2013:2022"}, "risks": {"risks"}, "trace": {"trace", "AS-003"},
	}
}

func TestShowSampleFormats(t *testing.T) {
	for name, args := range shownViews() {
		for _, format := range report.ViewFormats() {
			t.Run(name+"/"+format, func(t *testing.T) {
				out := showSample(t, append(args, "--format", format)...)
				want := map[string]string{"documents": "ISMS-B-24", "soa": "A.8.34", "map": "A.12.7.1", "risks": "R-039", "trace": "RTP-001"}[name]
				if format == report.Markdown {
					want = strings.NewReplacer("#", `\#`).Replace(want)
				}
				if !strings.Contains(out, want) {
					t.Errorf("%s is not in the output", want)
				}
				switch format {
				case report.JSON:
					var v map[string]any
					if err := json.Unmarshal([]byte(out), &v); err != nil || v["asOf"] != "2026-11-21" {
						t.Errorf("asOf %v, %v", v["asOf"], err)
					}
				case report.CSV:
					if _, err := csv.NewReader(strings.NewReader(out)).ReadAll(); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
}

func TestShowSampleWidth(t *testing.T) {
	a := newApp(time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
	job, err := a.prepare(t.Context(), checkFlags{noBaseline: true}, []string{sampleFolder})
	if err != nil {
		t.Fatal(err)
	}
	system, unread, err := lint.Load(t.Context(), job.options)
	if err != nil || len(unread) > 0 {
		t.Fatal(err, unread)
	}
	widths := runewidth.Condition{StrictEmojiNeutral: true}
	for name, build := range map[string]builder{
		"documents": documentsView, "soa": soaView, "risks": risksView,
		"map":   func(s *isms.System) (*report.View, error) { return transitionView(s, "2013", "2022"), nil },
		"trace": func(s *isms.System) (*report.View, error) { return traceView(s, "AS-003", false) },
	} {
		view, err := build(system)
		if err != nil {
			t.Fatal(err)
		}
		for _, columns := range []int{30, 80, 132} {
			var b bytes.Buffer
			if err := report.WriteView(&b, report.Text, view, report.Options{Language: message.Japanese, Width: columns}); err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(b.String(), "\n") {
				if n := widths.StringWidth(line); n > columns {
					t.Fatalf("%s at %d columns: %q takes %d", name, columns, line, n)
				}
			}
		}
	}
}

// TestShowSampleCounts holds the tables against what the sample says itself.
func TestShowSampleCounts(t *testing.T) {
	var soa struct {
		Controls []struct{ Control, Applicable, Status string }
		Counts   []struct {
			Group                          string
			Controls, Applicable, Excluded int
		}
	}
	if err := json.Unmarshal([]byte(showSample(t, "soa", "--format", "json")), &soa); err != nil {
		t.Fatal(err)
	}
	applicable := 0
	for _, c := range soa.Controls {
		if c.Applicable == "yes" {
			applicable++
		}
	}
	total := soa.Counts[len(soa.Counts)-1]
	if len(soa.Controls) != 93 || total.Group != "total" || total.Controls != 93 || total.Applicable != applicable || total.Excluded != 93-applicable {
		t.Errorf("%d controls, %d applicable, total %+v", len(soa.Controls), applicable, total)
	}
	var risks struct {
		Risks         []struct{ ID string }
		Before, After []map[string]float64
	}
	if err := json.Unmarshal([]byte(showSample(t, "risks", "--format", "json")), &risks); err != nil {
		t.Fatal(err)
	}
	for name, rows := range map[string][]map[string]float64{"before": risks.Before, "after": risks.After} {
		sum := 0.0
		for _, row := range rows {
			for key, n := range row {
				if key != "impact" {
					sum += n
				}
			}
		}
		if int(sum) != len(risks.Risks) || len(rows) != 3 {
			t.Errorf("%s: %v risks in %d rows, want %d in 3", name, sum, len(rows), len(risks.Risks))
		}
	}
}

// TestShowSampleChain follows the chain that the sample is filled to have.
func TestShowSampleChain(t *testing.T) {
	var trace struct {
		Chain []struct {
			Direction, ID, Kind, Path string
			Depth, Line               int
		}
	}
	if err := json.Unmarshal([]byte(showSample(t, "trace", "as-003", "--format", "json")), &trace); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, n := range trace.Chain {
		seen[n.Direction+" "+n.Kind] = true
		if n.Kind != isms.KindOfControl && (n.Path == "" || n.Line == 0) {
			t.Errorf("%s %s has no place", n.Kind, n.ID)
		}
	}
	for _, want := range []string{"self asset", "up supplier", "down risk", "down control", "down statement", "down procedure", "down plan", "down measurements", "down review"} {
		if !seen[want] {
			t.Errorf("no %q in the chain", want)
		}
	}
}
