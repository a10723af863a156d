package rules

import (
	"strings"
	"unicode/utf8"
)

// bracketHint reads a word in brackets that says what belongs there: [Company
// name], ［会社名］, <住所を記入>, 【要記入】.
func (s *standInScan) bracketHint(i int) standIn {
	const longest = 60
	t := s.t
	open := runeAfter(t, i)
	from := i + utf8.RuneLen(open)
	line := lineRest(t, from)
	if len(line) > longest+3 {
		line = line[:longest+3]
	}
	n := strings.IndexRune(line, closingBracket(open))
	if n <= 0 {
		return none(i)
	}
	inner := line[:n]
	end := from + n + utf8.RuneLen(closingBracket(open))
	switch {
	case asksToFill(inner):
		return standIn{i, end, toBeFilled}
	case open == '【':
		return none(i) // a label
	case isFieldLabel(strings.ToLower(strings.TrimSpace(inner))):
		return standIn{i, end, templateField}
	}
	return none(i)
}

func closingBracket(open rune) rune {
	switch open {
	case '[':
		return ']'
	case '［':
		return '］'
	case '<':
		return '>'
	case '＜':
		return '＞'
	case '〈':
		return '〉'
	}
	return '】'
}

// asksToFill reports whether the words in brackets are an instruction to the
// author: 会社名を記入, enter your name.
func asksToFill(inner string) bool {
	for _, verb := range []string{"記入", "入力", "記載", "挿入"} {
		at := strings.LastIndex(inner, verb)
		if at < 0 || strings.Contains(inner[:at], "が") {
			continue
		}
		end := at + len(verb)
		return instructionEnd(inner, end) == len(inner) && hasAnySuffix(inner[:at], "を", "要", "に", "で")
	}
	lower := strings.ToLower(inner)
	return hasAnyPrefix(lower, "insert ", "enter ", "specify ", "fill in ", "your ", "name of ", "date of ")
}

// isFieldLabel reports whether the words in brackets, in lower case, are the
// name of a field that templates leave open.
func isFieldLabel(label string) bool {
	switch label {
	case "会社名", "社名", "貴社名", "御社名", "組織名", "法人名", "団体名", "事業者名", "氏名", "担当者名", "担当者", "代表者名", "責任者名", "部署名", "部門名",
		"日付", "年月日", "制定日", "住所", "所在地", "電話番号", "連絡先", "システム名", "文書名", "文書番号":
		return true
	case "company", "company name", "organization", "organisation", "organization name", "organisation name", "client name", "customer name",
		"name", "full name", "first name", "last name", "date", "role", "title", "job title", "position", "department", "department name",
		"address", "phone", "phone number", "email", "email address", "signature", "document owner", "document name", "document title",
		"document number", "version number", "owner", "author", "approver", "system name", "supplier name", "placeholder":
		return true
	}
	return false
}
