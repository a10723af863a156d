package isms

import (
	"slices"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
)

func testPeople() *People {
	c := config.Default()
	c.People = []config.Person{
		{ID: "sato", Name: "佐藤 花子", Aliases: []string{"H. Sato"}},
		{ID: "sato-k", Name: "佐藤 健"},
		{ID: "tanaka", Name: "田中　一郎"},
		{ID: "jones", Name: "Mary Jones"},
	}
	c.Roles = []config.Holding{
		{Role: "president", Person: "sato", From: mustDay("2020-04-01"), Until: mustDay("2024-03-31")},
		{Role: "president", Person: "tanaka", From: mustDay("2024-04-01")},
		{Role: "isms-manager", Person: "tanaka", From: mustDay("2020-04-01"), Until: mustDay("2024-03-31")},
	}
	return newPeople(c)
}

func mustDay(s string) date.Date {
	d, _, ok := date.Parse(s)
	if !ok {
		panic(s)
	}
	return d
}

func TestFindPerson(t *testing.T) {
	people := testPeople()
	for name, want := range map[string]string{
		"sato": "sato", "佐藤花子": "sato", "佐藤　花子": "sato", "h. sato": "sato", "田中 一郎": "tanaka",
		"佐藤": "", "": "", "mary  jones": "jones",
	} {
		got := ""
		if p := people.Find(name); p != nil {
			got = p.ID
		}
		if got != want {
			t.Errorf("Find(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSigned(t *testing.T) {
	people := testPeople()
	for text, want := range map[string]string{
		"佐藤 花子":        "sato",
		"代表取締役社長 佐藤花子": "sato",
		"田中":           "tanaka",
		"田中印":          "tanaka",
		"佐藤":           "", // two persons
		"佐藤 花子、佐藤 健":   "",
		"鈴木":           "",
		"":             "",
		"社長":           "",
	} {
		got := ""
		if p := people.Signed(text); p != nil {
			got = p.ID
		}
		if got != want {
			t.Errorf("Signed(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestHoldersByDay(t *testing.T) {
	people := testPeople()
	for on, want := range map[string][]string{
		"2020-03-31": nil,
		"2020-04-01": {"sato"},
		"2024-03-31": {"sato"},
		"2024-04-01": {"tanaka"},
		"2099-01-01": {"tanaka"},
	} {
		if got := people.Holders(President, mustDay(on)); !slices.Equal(got, want) {
			t.Errorf("on %s the president is %v, want %v", on, got, want)
		}
	}
	if !people.Holds("tanaka", Manager, mustDay("2024-03-31")) || people.Holds("tanaka", Manager, mustDay("2024-04-01")) {
		t.Error("the bounds of a holding are not inclusive")
	}
}
