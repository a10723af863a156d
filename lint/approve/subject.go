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
	files := slices.DeleteFunc(slices.Clone(d.System.Documents(number)), func(f *isms.File) bool { return f.Meta.Status == isms.Obsolete })
	if len(files) == 0 {
		files = d.System.Record(number)
	}
	switch {
	case number != "" && len(files) == 1 && files[0].Meta.Status == isms.Obsolete:
	case number != "" && len(files) == 1:
		return files[0], nil
	case number != "" && len(files) > 1:
		return nil, refuse("番号「%[1]s」のファイルが複数あります（%[2]s、%[3]s）。1つにしてから承認してください",
			"several files have the number %[1]q (%[2]s, %[3]s); leave one before it is approved", number, files[0].Path, files[1].Path)
	}
	if len(d.System.Documents(number)) > 0 && number != "" || len(files) > 0 && number != "" {
		return nil, refuse("「%s」は廃止された文書のため、承認できません", "%q is obsolete and cannot be approved", number)
	}
	return nil, d.unknown(number)
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
