package main

import (
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// kindWord is what people call the kind of a thing.
func kindWord(n *isms.Node) message.Text {
	switch n.Kind {
	case isms.KindOfDocument:
		return words("文書", "document")
	case isms.KindOfControl:
		return words("管理策", "control")
	case isms.KindOfStatement:
		return words("適用宣言", "applicability")
	case isms.KindOfProcedure:
		return words("規定", "procedure")
	case isms.KindOfRecord:
		return words("記録", "record")
	case "measurements":
		return words("測定", "measurement")
	case "asset":
		return words("資産", "asset")
	case "risk":
		return words("リスク", "risk")
	case "plan":
		return words("対応計画", "plan")
	case "law":
		return words("法令・契約", "law")
	case "supplier":
		return words("委託先", "supplier")
	case "contract":
		return words("契約", "contract")
	case "objective":
		return words("目標", "objective")
	case "audit":
		return words("内部監査", "audit")
	case "audit-report":
		return words("監査報告", "audit report")
	case "checklist":
		return words("監査チェックリスト", "checklist")
	case "corrective-action":
		return words("是正処置", "corrective action")
	case "review":
		return words("マネジメントレビュー", "management review")
	case "effectiveness-review":
		return words("有効性レビュー", "effectiveness review")
	case "event":
		return words("事象", "event")
	case "incident":
		return words("インシデント", "incident")
	case "issue":
		return words("課題・リスク・機会", "issue")
	case "minutes":
		return words("議事録", "minutes")
	case "scenario":
		return words("事業継続のシナリオ", "scenario")
	}
	if n.Row != nil {
		return n.Row.Table.Schema.Title
	}
	return message.Same(n.Kind)
}
