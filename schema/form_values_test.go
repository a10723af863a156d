package schema_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/schema"
)

func loadForm(t *testing.T, number string) *schema.Form {
	t.Helper()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	form, err := set.Form(number)
	if err != nil || form == nil {
		t.Fatalf("%s: %v", number, err)
	}
	return form
}

func TestFormWithValues(t *testing.T) {
	form := loadForm(t, "ISMS-B-01")
	for _, name := range []string{"kind", "種類", "種 類", "Type", "ＫＩＮＤ"} {
		changed, ok := form.WithValues(name, []string{"クラウドサービス", "ソフトウェア"})
		if !ok {
			t.Errorf("%s is no enumeration", name)
			continue
		}
		kind := changed.Tables[0].Column("kind")
		if v, ok := kind.Canonical("クラウド サービス"); !ok || v != "クラウドサービス" {
			t.Errorf("%s: クラウド サービス is %q, %v", name, v, ok)
		}
		if v, _ := kind.Canonical("ソフトウェア"); v != "software" {
			t.Errorf("%s: a value that is built in became %q", name, v)
		}
		if got, want := len(kind.Values), len(form.Tables[0].Column("kind").Values)+1; got != want {
			t.Errorf("%s: %d values, want %d", name, got, want)
		}
		if ja := kind.Choices().JA; !strings.HasSuffix(ja, "、クラウドサービス") {
			t.Errorf("%s: the choices are %q", name, ja)
		}
	}
	if _, ok := form.Tables[0].Column("kind").Canonical("クラウドサービス"); ok {
		t.Error("the form itself was changed")
	}
	for _, name := range []string{"name", "nosuch", ""} {
		if _, ok := form.WithValues(name, []string{"x"}); ok {
			t.Errorf("%q takes values", name)
		}
	}
}

func TestFormWithValuesOfRecordAndTables(t *testing.T) {
	changed, ok := loadForm(t, "ISMS-B-24").WithValues("発見の契機", []string{"従業員の申告"})
	if v, known := changed.Record.Column("source").Canonical("従業員の申告"); !ok || !known || v != "従業員の申告" {
		t.Errorf("the field of the record takes %q, %v, %v", v, known, ok)
	}
	changed, _ = loadForm(t, "ISMS-B-23").WithValues("judgement", []string{"要注意"})
	for _, name := range []string{"counts", "findings"} {
		if _, known := changed.Table(name).Column("judgement").Canonical("要注意"); !known {
			t.Errorf("table %s does not take the value", name)
		}
	}
}
