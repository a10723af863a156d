package approve

import (
	"slices"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// find returns the document or record with a number, nil for the configuration.
func (d *Desk) find(number string) (*isms.File, error) {
	if number == config.FileName {
		if d.options.Config.Path == "" {
			return nil, usage("ismslint.toml がありません", "there is no ismslint.toml")
		}
		return nil, nil
	}
	var all []*isms.File
	if number != "" {
		all = append(slices.Clone(d.System.Documents(number)), d.System.Record(number)...)
	}
	files := slices.DeleteFunc(slices.Clone(all), func(f *isms.File) bool { return f.Meta.Status == isms.Obsolete })
	switch {
	case len(all) == 0:
		return nil, d.unknown(number)
	case len(files) == 0:
		return nil, refuse("「%s」は廃止された文書のため、承認できません", "%q is obsolete and cannot be approved", number)
	case len(files) > 1:
		return nil, refuse("番号「%[1]s」のファイルが複数あります（%[2]s、%[3]s）。1つにしてから承認してください",
			"several files have the number %[1]q (%[2]s, %[3]s); leave one before it is approved", number, files[0].Path, files[1].Path)
	}
	return files[0], nil
}

func (d *Desk) unknown(number string) error {
	hint := message.Textf("番号は ismslint show documents で確かめられます", "ismslint show documents lists the numbers")
	if near := schema.Nearest(number, d.numbers()); near != "" {
		hint = message.Textf("「%s」のことですか", "did you mean %q?", near)
	}
	return usage("「%s」という番号の文書も記録もありません。%s", "there is no document or record %q; %s", number, hint)
}

// numbers are those of all documents and records.
func (d *Desk) numbers() []string {
	numbers := append(d.System.RecordIDs(), config.FileName)
	for _, f := range d.System.Files() {
		if f.Kind == isms.Controlled {
			numbers = append(numbers, f.ID())
		}
	}
	return numbers
}
