package formula

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/message"
)

// refusal says why an expression was refused, in the words of those who wrote
// it. reason is what the compiler says, which speaks to programmers.
func refusal(expression string, factors []Factor, reason string) error {
	hint := message.Textf("使えるのは数値、四則演算（+ - * /）、括弧と、宣言した要素（%[1]s）です",
		"expected numbers, + - * /, brackets and the declared factors %[1]s", strings.Join(names(factors), ", "))
	return message.Errorf("計算式「%[1]s」を解釈できません。%[2]s。%[3]s",
		"cannot understand the formula %[1]q, %[2]s; %[3]s", expression, fault(expression, reason), hint)
}

// fault names the part of the expression that is wrong.
func fault(expression, reason string) message.Text {
	if name := quotedBehind(reason, "undeclared reference to '"); name != "" {
		if strings.Contains(strings.ReplaceAll(expression, " ", ""), name+"(") {
			return message.Textf("「%[1]s」という関数はありません（大きい方は math.greatest(a, b)、小さい方は math.least(a, b)）",
				"%[1]q is no function (math.greatest(a, b) is the greater of two, math.least(a, b) the lesser)", name)
		}
		return message.Textf("「%[1]s」という要素は宣言されていません", "%[1]q is no declared factor", name)
	}
	if sign := foreignSign(expression); sign != "" {
		return message.Textf("「%[1]s」は使えません（半角で書き、掛け算は *、割り算は /、要素は英字の名前にします）",
			"%[1]q cannot be used (write * to multiply, / to divide, and the names of the factors)", sign)
	}
	if n := strings.Count(expression, "(") - strings.Count(expression, ")"); n != 0 {
		return message.Text{JA: "開き括弧と閉じ括弧の数が合いません", EN: "its opening and closing brackets do not match"}
	}
	return message.Text{JA: "途中で終わっているか、演算子又は要素が抜けています", EN: "it is cut short, or lacks an operator or a factor"}
}

// quotedBehind returns what stands in quotes behind a phrase, or "".
func quotedBehind(text, phrase string) string {
	_, rest, _ := strings.Cut(text, phrase)
	name, _, _ := strings.Cut(rest, "'")
	return name
}

// foreignSign returns the first word or sign of the expression that is not
// ASCII, or "".
func foreignSign(expression string) string {
	start := strings.IndexFunc(expression, isForeign)
	if start < 0 {
		return ""
	}
	end := start
	for end < len(expression) {
		r, size := utf8.DecodeRuneInString(expression[end:])
		if !isForeign(r) {
			break
		}
		end += size
	}
	return expression[start:end]
}

func isForeign(r rune) bool { return r >= utf8.RuneSelf }
