package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
)

// lastStage is one of the two stages that end the response to an incident.
type lastStage struct {
	name          message.Text
	column, words []string
}

func lastStages() []lastStage {
	learn := []string{"再発防止", "見直", "改善", "教訓", "recurrence", "prevent", "lesson", "improve", "review"}
	tell := []string{"報告", "report"}
	return []lastStage{
		{message.Text{JA: "再発防止", EN: "prevention and lessons"}, learn, learn},
		{message.Text{JA: "報告", EN: "report"}, tell, tell},
	}
}

func namesDisaster(key string) bool { return containsOneOf(key, "自然災害", "naturaldisaster") }

// isIncidentSection reports whether a heading stands below that of a control
// for incidents: A.5.24 to A.5.28, or A.16 of the edition of 2013.
func isIncidentSection(d *document.Document, heading int) bool {
	for i := heading; i >= 0; i = d.Headings[i].Parent {
		switch n := d.Headings[i].Number; {
		case strings.HasPrefix(n, "A.16"), n == "A.5.24", n == "A.5.25", n == "A.5.26", n == "A.5.27", n == "A.5.28":
			return true
		}
	}
	return false
}

// disasterRow returns the row about natural disasters, and whether there are
// rows about other kinds of incidents.
func disasterRow(t *document.Table) (row *document.TableRow, others bool) {
	for i := range t.Rows {
		if len(t.Rows[i].Cells) == 0 {
			continue
		}
		switch key := fold.Key(t.Rows[i].Cells[0].Text); {
		case namesDisaster(key):
			row = &t.Rows[i]
		case containsOneOf(key, "不正アクセス", "ウイルス", "漏えい", "サービス停止", "unauthori", "virus", "malware", "leak", "outage"):
			others = true
		}
	}
	return row, others
}

func rowHasWord(row *document.TableRow, words []string) bool {
	for i := range row.Cells {
		if containsOneOf(fold.Key(row.Cells[i].Text), words...) {
			return true
		}
	}
	return false
}
