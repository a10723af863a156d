package isms

import (
	"testing"

	"github.com/ismslint/ismslint/lint/config"
)

// TestBuiltinCatalogue holds the counts of domain §1.1.
func TestBuiltinCatalogue(t *testing.T) {
	c := NewCatalogue(config.Default())
	count := map[string]int{}
	for _, e := range c.Entries {
		count[e.Number[:6]]++
		count["approver "+string(e.Approver)]++
		count["drafter "+string(e.Drafter)]++
		if e.Drafter == e.Approver {
			t.Errorf("%s is drafted and approved by one role", e)
		}
		if !c.Pattern.MatchString(e.Number) {
			t.Errorf("%s does not match the pattern", e.Number)
		}
		for _, title := range append([]string{e.Title, e.TitleEN}, e.Aliases...) {
			if got := c.ByTitle(title); got != e {
				t.Errorf("the title %q of %s leads to %v", title, e, got)
			}
		}
	}
	for what, want := range map[string]int{
		"ISMS-A": 5, "ISMS-B": 27,
		"approver president": 11, "approver isms-manager": 21,
		"drafter isms-manager": 5, "drafter isms-secretariat": 27,
	} {
		if count[what] != want {
			t.Errorf("%s: %d, want %d", what, count[what], want)
		}
	}
}

func TestCatalogueOfTheConfiguration(t *testing.T) {
	yes := true
	c := config.Default()
	c.Documents.Catalogue = []config.CatalogueEntry{
		{Number: "ISMS-B-28", Title: "クラウドサービス台帳", Drafter: "isms-secretariat", Approver: "isms-manager", Kind: "register"},
		{Number: "ISMS-B-14", Records: &yes, Aliases: []string{"入退室票"}},
	}
	cat := NewCatalogue(c)
	if len(cat.Entries) != 33 {
		t.Fatalf("%d entries, want 33", len(cat.Entries))
	}
	if e := cat.ByTitle("クラウド サービス台帳"); e == nil || e.Number != "ISMS-B-28" || e.Declared == nil {
		t.Errorf("the added entry is %v", e)
	}
	if e := cat.Entry("ISMS-B-14"); e.Title != "入退室管理票" || !e.Records || e.Approver != Manager || cat.ByTitle("入退室票") != e {
		t.Errorf("the changed entry is %+v", e)
	}
	c.Documents.ReplaceCatalogue = true
	if n := len(NewCatalogue(c).Entries); n != 2 {
		t.Errorf("%d entries after replacement, want 2", n)
	}
}
