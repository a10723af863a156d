package project

import "github.com/ismslint/ismslint/lint/message"

// NoConfiguration is the remark on a check without an ismslint.toml.
var NoConfiguration = message.Text{
	JA: "ismslint.toml がないため、標準の設定で調べました。担当者や役割を照合するには、ismslint init で雛形を作り、ismslint.toml を置いてください",
	EN: "there is no ismslint.toml, so the defaults were used; to check people and roles, put one in place (ismslint init writes a complete one)",
}

// ErrNoDocuments is the error of a check that found nothing to check.
var ErrNoDocuments error = message.Errorf(
	"調べる文書（Markdownファイル）がありません。フォルダと、ismslint.toml の documents.include・exclude を確認してください。新しく始めるには ismslint init を、空でもよい場合は --allow-empty を使います",
	"there is no document (Markdown file) to check; check the folder, and documents.include and exclude in ismslint.toml; start with ismslint init, or pass --allow-empty if this is intended")
