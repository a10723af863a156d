package rules

// determiners stand before a role without changing which it is.
var determiners = []string{"各", "当該", "該当", "関係", "担当", "同", "全", "両", "新任", "前任", "後任", "現", "新", "旧", "毎年", "毎月", "原則", "通常", "随時", "別途", "当社", "弊社", "全社", "本社", "自社", "ISMS"}

// subjects are what a role of an ISMS is responsible for. A person responsible
// for anything else is no role of it but a description.
var subjects = []string{"情報", "セキュリティ", "ISMS", "監査", "教育", "リスク", "システム", "文書", "記録", "推進", "統括", "是正", "インシデント", "事業継続", "資産", "法令", "委託", "ネットワーク", "クラウド"}

// others are parts of names of people outside the ISMS, and of jobs that differ
// from project to project.
var others = []string{
	"委託先", "取引先", "相手", "顧客", "客先", "供給者", "購入先", "業者", "ベンダー", "行政", "監督", "当局", "警察", "消防", "外部", "第三者", "親会社", "個人情報保護", "他社",
	"開発", "保守", "運用", "工事", "作業", "現場", "店舗", "営業", "製造", "品質", "施設", "設備", "建物", "会場", "当直", "夜間", "プロジェクト", "案件", "業務", "契約", "購買", "採用", "人事", "総務", "経理", "広報", "防火",
}

// units end descriptions such as 情報システム部責任者: whoever heads the unit.
var units = []string{"部", "課", "室", "局", "部門", "部署", "支社", "支店", "本部", "センター", "グループ", "チーム", "班", "店", "工場", "事業所", "拠点", "社", "先", "元", "側", "官庁", "機関", "団体", "組織"}
