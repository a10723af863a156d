package report

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

const (
	toolName = "ismslint"
	toolURL  = "https://github.com/ismslint/ismslint"
)

// failureText returns what went wrong, in the language of the report where
// the error speaks it.
func failureText(err error, lang message.Language) string {
	switch e := err.(type) {
	case interface{ In(message.Language) string }:
		return e.In(lang)
	case interface{ Unwrap() []error }:
		var parts []string
		for _, part := range e.Unwrap() {
			parts = append(parts, failureText(part, lang))
		}
		return strings.Join(parts, "; ")
	}
	// English keeps the context that was wrapped around the message; another
	// language is worth more to its reader than that context.
	var known *message.Error
	if lang != message.English && errors.As(err, &known) {
		return known.In(lang)
	}
	return err.Error()
}

// failureSentence says that the run was not completed, and why.
func failureSentence(err error, lang message.Language) string {
	return message.Textf("検査を完了できませんでした：%s", "the check could not be completed: %s",
		failureText(err, lang)).In(lang)
}

// summarySentence states every count of the run, also those that are zero, so
// that a reader never has to guess what was left out.
func summarySentence(r *lint.Report, lang message.Language) string {
	s := r.Summary
	if lang == message.Japanese {
		return fmt.Sprintf("%s：エラー %d 件、警告 %d 件、情報 %d 件（抑制 %d 件、ベースライン %d 件、未評価 %d 件）",
			filesPhrase(s, lang), s.Errors, s.Warnings, s.Infos, s.Suppressed, s.Baselined, len(r.NotEvaluated))
	}
	return fmt.Sprintf("%s: %s, %s, %s (%d suppressed, %d baselined, %d not evaluated)",
		filesPhrase(s, lang), count(s.Errors, "error"), count(s.Warnings, "warning"), count(s.Infos, "info"),
		s.Suppressed, s.Baselined, len(r.NotEvaluated))
}

// cleanSentence is the friendly line of a run without findings.
func cleanSentence(r *lint.Report, lang message.Language) string {
	s := r.Summary
	if s.Files == 0 {
		return message.Text{
			JA: "検査の対象となるファイルがありませんでした",
			EN: "no file was checked",
		}.In(lang)
	}
	tail := ""
	if s.Suppressed+s.Baselined > 0 {
		tail = message.Textf("（抑制 %d 件、ベースライン %d 件を除く）", " apart from %d suppressed and %d baselined",
			s.Suppressed, s.Baselined).In(lang)
	}
	return message.Textf("指摘事項はありません%[2]s。%[1]s", "all clear: %[1]s, no findings%[2]s",
		filesPhrase(s, lang), tail).In(lang)
}

func filesPhrase(s lint.Summary, lang message.Language) string {
	uncovered := s.Files - s.Covered
	if lang == message.Japanese {
		if uncovered == 0 {
			return fmt.Sprintf("%d ファイルを検査しました", s.Files)
		}
		return fmt.Sprintf("%d ファイルのうち %d ファイルを検査しました（%d ファイルには該当するルールがありません）",
			s.Files, s.Covered, uncovered)
	}
	if uncovered == 0 {
		return count(s.Files, "file") + " checked"
	}
	return fmt.Sprintf("%d of %s checked (%d not covered by any rule)", s.Covered, count(s.Files, "file"), uncovered)
}

// isClean reports whether there is nothing that a reader must know.
func isClean(r *lint.Report) bool {
	return r.Failure == nil && len(active(r)) == 0 && len(r.NotEvaluated) == 0 && len(r.Notes) == 0
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// notEvaluatedText says why a rule did not run and whether it had to.
func notEvaluatedText(n lint.NotEvaluated, lang message.Language) string {
	reason := n.Reason.In(lang)
	if n.Required {
		return message.Textf("評価できませんでした（設定で必須とされています）：%s",
			"not evaluated, although the configuration requires it: %s", reason).In(lang)
	}
	return message.Textf("評価できませんでした：%s", "not evaluated: %s", reason).In(lang)
}

// suppressionText names the reason for a suppression and its last day.
func suppressionText(s *lint.Suppression, lang message.Language) string {
	if s.Until == "" {
		return message.Textf("抑制中：%s", "suppressed: %s", s.Reason).In(lang)
	}
	return message.Textf("%[2]s まで抑制中：%[1]s", "suppressed until %[2]s: %[1]s", s.Reason, s.Until).In(lang)
}

// baselinedText marks a finding that the baseline accepts.
func baselinedText(lang message.Language) string {
	return message.Text{JA: "ベースラインで受容済み", EN: "accepted by the baseline"}.In(lang)
}

// fixText describes a fix.
func fixText(f *lint.Fix, lang message.Language) string {
	if f.Description.IsZero() {
		return message.Text{JA: "自動修正できます", EN: "can be mended automatically"}.In(lang)
	}
	return f.Description.In(lang)
}

func shortCommit(id string) string { return id[:min(len(id), 10)] }
