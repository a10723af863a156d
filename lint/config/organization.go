package config

import (
	"time"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

func (r *reader) organization(n *source.Node) {
	o := &r.Organization
	o.Name = str(n.Get("name"))
	o.Aliases = list(n.Get("aliases"))
	o.Language = message.Language(str(n.Get("language")))
	o.Certified = flag(n.Get("certified"))
	if zone := n.Get("timezone"); str(zone) != "" {
		r.timezone(zone)
	}
}

// timezone refuses Local, which is another zone on every machine.
func (r *reader) timezone(n *source.Node) {
	name := str(n)
	location, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		r.problem(n.Span,
			"タイムゾーン「%[1]s」は存在しないため、Asia/TokyoのようなIANAの名称を指定してください",
			"timezone %[1]q does not exist, expected an IANA name such as \"Asia/Tokyo\"", excerpt(name))
		return
	}
	r.Organization.Timezone = location
}

// standard applies the amendment of 2024 by default to the edition that it
// amends.
func (r *reader) standard(n *source.Node) {
	s := &r.Standard
	if edition := str(n.Get("edition")); edition != "" {
		s.Edition = edition
		s.ClimateAmendment = edition == "2022"
	}
	if climate := flag(n.Get("climate_amendment")); climate != nil {
		s.ClimateAmendment = *climate
	}
}
