package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestNewCountsDaysOfTheOrganization makes a record at a moment that is in the
// new year in Tokyo, and in the old one in London.
func TestNewCountsDaysOfTheOrganization(t *testing.T) {
	for zone, want := range map[string]string{"Asia/Tokyo": "CAR-2027-001", "Europe/London": "CAR-2026-001"} {
		t.Run(zone, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "ismslint.toml"), []byte("[organization]\ntimezone = \""+zone+"\"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			t.Chdir(dir)
			var stdout, stderr bytes.Buffer
			a := newApp(time.Date(2026, 12, 31, 20, 0, 0, 0, time.UTC))
			a.stdin, a.stdout, a.stderr = strings.NewReader(""), &stdout, &stderr
			if code := a.run([]string{"new", "CAR", "--lang", "en"}); code != exitClean {
				t.Fatalf("exit code %d: %s", code, stderr.String())
			}
			name := filepath.Join("records", "ISMS-B-24", want+".md")
			if got := strings.TrimSpace(stdout.String()); got != name {
				t.Errorf("printed %q, want %q", got, name)
			}
			text, err := os.ReadFile(name)
			if err != nil || !strings.Contains(string(text), "\ncreated: "+want[4:8]+"-") {
				t.Errorf("%v\n%s", err, text)
			}
			if !strings.Contains(stderr.String(), "to fill in next: Drafted by, Source, Found") {
				t.Errorf("said %q", stderr.String())
			}
		})
	}
}
