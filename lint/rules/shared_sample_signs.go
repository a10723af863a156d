package rules

// sampleSign is a phrase of samples, templates and offers. A word of with, if
// there are any, must stand in the same sentence, a word of without must not.
// Phrases and words are in lower case.
type sampleSign struct {
	phrases, with, without []string
}

// sampleSigns are kept narrow: an ISMS speaks of samples in audits, of templates
// for contracts, of free software and of what things cost.
var sampleSigns = []sampleSign{
	{
		phrases: []string{"本サンプルは", "サンプル文書", "サンプル規程", "サンプル規定", "サンプル様式", "サンプルのご利用", "サンプルをご"},
		without: []string{"抽出", "監査", "母集団", "選ん", "選び", "選定"},
	},
	{
		phrases: []string{"本サンプル", "当サンプル", "このサンプル"},
		with:    []string{"ご利用", "ご活用", "ご使用", "ダウンロード", "貴社", "御社", "購入", "著作権", "転載", "提供しています", "提供するもの"},
		without: []string{"抽出", "監査", "母集団"},
	},
	{
		phrases: []string{"本テンプレート", "このテンプレート", "当テンプレート", "本ひな形", "本ひな型", "本雛形", "本雛型", "このひな形", "このひな型", "この雛形", "この雛型", "当雛形"},
		with: []string{"ご利用", "ご使用", "ご活用", "ご自由", "自由に編集", "貴社", "御社", "自社の実情", "自社に合わせ", "各社の実情", "カスタマイズ",
			"ダウンロード", "転載", "無料", "有料", "ご購入", "購入者", "免責", "責任を負い"},
	},
	{
		phrases: []string{"無料テンプレート", "有料テンプレート", "テンプレート販売", "無料ひな形", "無料雛形", "有料ひな形", "有料雛形"},
		with:    []string{"ご利用", "いただけ", "こちら", "販売", "公開中", "配布中", "ダウンロードでき", "プレゼント"},
		without: []string{"禁止", "ならない", "許可"},
	},
	{
		phrases: []string{"ダウンロードはこちら", "ダウンロードいただけ", "無料ダウンロードでき", "無料でダウンロードでき", "無料ダウンロード版", "無料ダウンロード実施"},
		without: []string{"禁止", "ならない", "許可", "社内"},
	},
	{
		phrases: []string{"ご購入"},
		with:    []string{"こちら", "ください", "いただ", "ありがとう", "価格", "特典", "お申し込み", "お申込", "セット", "テンプレート", "サンプル"},
		without: []string{"許可", "承認を"},
	},
	{
		phrases: []string{"お問い合わせはこちら", "お問合せはこちら", "お問合わせはこちら", "お申し込みはこちら", "お申込みはこちら", "お申込はこちら", "資料請求はこちら"},
		without: []string{"事務局", "管理責任者", "社内", "窓口", "部門"},
	},
	{
		phrases: []string{"無料相談"},
		with:    []string{"ご利用", "受付", "実施中", "承り", "お気軽", "こちら", "お申し込み", "お申込"},
	},
	{
		phrases: []string{"コンサルティングのご案内", "コンサルティングサービスのご案内", "コンサルティングのご相談", "コンサルティングを承", "コンサルタントにお気軽", "コンサルタントがサポートいたします", "コンサルティングはこちら"},
	},
	{
		phrases: []string{"円（税込", "円(税込", "円税込", "円（税別", "円(税別", "円税別", "円（税抜", "円(税抜"},
		with:    []string{"販売価格", "通常価格", "特別価格", "ご購入", "お申込", "お申し込み", "キャンペーン", "今なら", "お買い得", "テンプレート", "ひな形", "雛形", "文書セット", "フルセット"},
		without: []string{"承認", "申請", "超える", "以上", "未満", "以下"},
	},
	{
		phrases: []string{"無断転載", "無断複製"},
		with:    []string{"テンプレート", "ひな形", "ひな型", "雛形", "雛型", "サンプル文書", "サンプルの"},
	},
	{
		phrases: []string{"copyright", "©", "(c) 1", "(c) 2"},
		with:    []string{"コンサル", "consult", "テンプレート", "template", "ひな形", "雛形", "サンプル"},
	},
	{
		phrases: []string{"this template is provided", "this sample is provided", "this document is a sample", "this is a sample document", "this sample document", "template provided by"},
		without: []string{"isms manager", "isms secretariat", "our ", "intranet"},
	},
	{
		phrases: []string{"buy now", "purchase the full", "purchase this template", "download the full version", "free consultation", "contact our consultants"},
	},
	{
		phrases: []string{"free template", "free sample", "free download", "download this template", "download the template", "purchase the template"},
		with:    []string{"toolkit", "our website", "www.", "http", "sign up", "today", "full version"},
		without: []string{"prohibit", "must not", "forbid", "not allowed"},
	},
}
