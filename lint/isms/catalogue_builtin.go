package isms

// builtinCatalogue returns the 32 documents of domain §1.1.
func builtinCatalogue() []*Entry {
	a := func(number, title, en string, aliases ...string) *Entry {
		return &Entry{Number: number, Title: title, TitleEN: en, Aliases: aliases,
			Drafter: Manager, Approver: President, Kind: KindDocument}
	}
	b := func(number, title, en string, approver Role, kind Kind, records bool, aliases ...string) *Entry {
		return &Entry{Number: number, Title: title, TitleEN: en, Aliases: aliases,
			Drafter: Secretariat, Approver: approver, Kind: kind, Records: records}
	}
	return []*Entry{
		a("ISMS-A-01", "情報セキュリティ基本方針", "Information security policy", "基本方針", "ISMS基本方針", "情報セキュリティ方針", "情報セキュリティ基本方針文書"),
		a("ISMS-A-02", "適用宣言書", "Statement of applicability", "SoA"),
		a("ISMS-A-03", "ISMSマニュアル", "ISMS manual", "情報セキュリティマニュアル", "情報セキュリティマネジメントシステムマニュアル"),
		a("ISMS-A-04", "ISMS管理策運用規定", "Control operation rules", "管理策運用規定", "ISMS管理策運用規程", "管理策運用規程"),
		a("ISMS-A-05", "ISMS様式集", "Collection of forms", "様式集"),
		b("ISMS-B-01", "情報資産台帳", "Information asset register", Manager, KindRegister, false, "資産台帳", "情報資産管理台帳", "asset register"),
		b("ISMS-B-02", "リスクアセスメント結果表", "Risk assessment result table", Manager, KindRegister, false, "リスクアセスメント結果", "リスクアセスメント表", "risk assessment results", "risk register"),
		b("ISMS-B-03", "リスク対応計画書", "Risk treatment plan", President, KindPlan, false, "リスク対応計画"),
		b("ISMS-B-04", "法的要求事項登録簿", "Register of legal requirements", President, KindRegister, false, "法令等登録簿", "法的要求事項一覧", "legal register"),
		b("ISMS-B-05", "事業継続リスクアセスメント", "Business continuity risk assessment", Manager, KindRegister, false),
		b("ISMS-B-06", "事業継続計画書", "Business continuity plan", President, KindPlan, false, "事業継続計画", "BCP"),
		b("ISMS-B-07", "事業継続計画テスト結果記録", "BCP test result record", President, KindRecord, true, "事業継続計画テスト結果", "business continuity plan test record"),
		b("ISMS-B-08", "年間教育計画表", "Annual training plan", Manager, KindPlan, false, "年間教育計画", "教育計画表"),
		b("ISMS-B-09", "教育訓練実施報告書", "Training report", Manager, KindRecord, true, "教育実施報告書"),
		b("ISMS-B-10", "管理策測定評価表", "Control measurement and evaluation table", Manager, KindRegister, false),
		b("ISMS-B-11", "ISMSの有効性レビュー実施結果表", "ISMS effectiveness review results", Manager, KindRecord, true, "ISMS有効性レビュー実施結果表", "有効性レビュー実施結果表"),
		b("ISMS-B-12", "セキュリティインシデント報告書", "Security incident report", Manager, KindRecord, true, "情報セキュリティインシデント報告書", "インシデント報告書", "incident report"),
		b("ISMS-B-13", "情報セキュリティ事象記録簿", "Information security event log", Manager, KindRegister, false, "事象記録簿", "event log"),
		b("ISMS-B-14", "入退室管理票", "Entry/exit sheet", Manager, KindRegister, false, "入退室管理票(外部・従業員)", "入退室管理簿", "entry and exit sheet"),
		b("ISMS-B-15", "機密保持誓約書", "Confidentiality pledge", President, KindRecord, true, "誓約書", "秘密保持誓約書"),
		b("ISMS-B-16", "個人情報取扱いに関する同意書", "Consent to handling of personal information", President, KindRecord, true, "個人情報の取扱いに関する同意書", "同意書"),
		b("ISMS-B-17", "新規委託先評価表", "New supplier evaluation", Manager, KindRecord, true),
		b("ISMS-B-18", "委託先継続評価表", "Continuing supplier evaluation", Manager, KindRecord, true),
		b("ISMS-B-19", "委託先管理台帳", "Supplier register", Manager, KindRegister, false, "委託先台帳"),
		b("ISMS-B-20", "内部監査実施計画書", "Internal audit plan", Manager, KindRecord, true, "内部監査計画書", "内部監査計画"),
		b("ISMS-B-21", "内部監査員登録台帳", "Register of internal auditors", Manager, KindRegister, false),
		b("ISMS-B-22", "内部監査チェックリスト", "Internal audit checklist", Manager, KindRecord, true),
		b("ISMS-B-23", "内部監査報告書", "Internal audit report", Manager, KindRecord, true),
		b("ISMS-B-24", "是正処置に関する報告書", "Corrective action report", Manager, KindRecord, true, "是正処置報告書"),
		b("ISMS-B-25", "ISMSマネジメントレビュー議事録", "Management review minutes", Manager, KindRecord, true, "マネジメントレビュー議事録"),
		b("ISMS-B-26", "情報セキュリティ目標管理表", "Security objectives table", Manager, KindPlan, false, "情報セキュリティ目的管理表", "目標管理表", "security objectives/targets table", "information security objectives"),
		b("ISMS-B-27", "リスク一覧表", "List of issues, risks and opportunities", Manager, KindRegister, false, "リスク及び機会一覧表", "課題・リスク・機会一覧表"),
	}
}
