package rules

// misspelling is a spelling that is wrong wherever it stands.
type misspelling struct{ wrong, right string }

// misspellings are frequent slips in Japanese texts about information security.
var misspellings = [...]misspelling{
	{"ウィルス", "ウイルス"},
	{"シュミレーション", "シミュレーション"},
	{"コミニュケーション", "コミュニケーション"},
	{"インシンデント", "インシデント"},
	{"リムーバル", "リムーバブル"},
	{"ディスクトップ", "デスクトップ"},
}

// spellings are words of ISMS documents with two or three spellings, each of
// which is right as long as a document keeps to it.
var spellings = [...][3]string{
	{"サーバー", "サーバ"},
	{"ユーザー", "ユーザ"},
	{"コンピューター", "コンピュータ"},
	{"フォルダー", "フォルダ"},
	{"ブラウザー", "ブラウザ"},
	{"プリンター", "プリンタ"},
	{"ルーター", "ルータ"},
	{"メモリー", "メモリ"},
	{"センター", "センタ"},
	{"ベンダー", "ベンダ"},
	{"マネージャー", "マネージャ"},
	{"オペレーター", "オペレータ"},
	{"プロバイダー", "プロバイダ"},
	{"ドライバー", "ドライバ"},
	{"スキャナー", "スキャナ"},
	{"メンバー", "メンバ"},
	{"カテゴリー", "カテゴリ"},
	{"ポリシー", "ポリシ"},
	{"セキュリティ", "セキュリティー"},
	{"インターフェース", "インタフェース", "インターフェイス"},
	{"ソフトウェア", "ソフトウエア"},
	{"ハードウェア", "ハードウエア"},
	{"マルウェア", "マルウエア"},
	{"脆弱性", "ぜい弱性"},
	{"漏えい", "漏洩"},
	{"改ざん", "改竄"},
	{"順守", "遵守"},
	{"是正処置", "是正措置"},
	{"改訂", "改定"},
	{"取扱い", "取り扱い"},
	{"email", "e-mail"},
	{"Email", "E-mail"},
	{"organization", "organisation"},
}
