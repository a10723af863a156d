package scaffold

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
)

// preset is what one language of documents supplies.
type preset struct {
	// notation is that of the dates in texts.
	notation date.Format
	// names stand in for an organisation and people that are not given.
	names [5]string
	// organization and roles name the options in messages.
	organization message.Text
	roles        [4]message.Text
}

// presets returns the languages in which documents exist.
func presets() map[message.Language]preset {
	organization := message.Text{JA: "組織名", EN: "the name of the organisation"}
	roles := [4]message.Text{
		{JA: "社長の氏名", EN: "the name of the president"},
		{JA: "ISMS管理責任者の氏名", EN: "the name of the ISMS manager"},
		{JA: "ISMS事務局の氏名", EN: "the name of the ISMS secretary"},
		{JA: "内部監査責任者の氏名", EN: "the name of the chief internal auditor"},
	}
	return map[message.Language]preset{
		message.Japanese: {
			notation:     date.Kanji,
			names:        [5]string{"株式会社サンプル", "社長", "ISMS管理責任者", "ISMS事務局", "内部監査責任者"},
			organization: organization, roles: roles,
		},
		message.English: {
			notation:     date.EnglishLong,
			names:        [5]string{"Sample Ltd.", "President", "ISMS manager", "ISMS secretary", "Chief internal auditor"},
			organization: organization, roles: roles,
		},
	}
}
