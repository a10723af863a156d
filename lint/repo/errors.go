package repo

import "github.com/ismslint/ismslint/lint/message"

// ErrTooLarge is returned for a file that is larger than the reader allows.
var ErrTooLarge error = message.Errorf(
	"ファイルが大きすぎるため、読み込みません",
	"the file is larger than allowed and is not read")

// ErrNoRepository is returned by [Discover] where no git repository holds the
// folder. The working tree can be checked without one.
var ErrNoRepository error = message.Errorf(
	"gitリポジトリが見つかりません。git init を実行するか、リポジトリの中のフォルダで実行してください",
	"no git repository holds this folder; run git init, or run ismslint in a folder of a repository")

// ErrBare is returned where a working tree or an index is asked of a
// repository that has neither.
var ErrBare error = message.Errorf(
	"作業フォルダのないリポジトリ（bare）です。--rev でコミットを指定してください",
	"the repository is bare and has no working tree; name a commit with --rev")

// explanation lets an error embed the text for the user under a name that does
// not hide the method Error.
type explanation = message.Error

// RevisionError says that a revision does not name a commit of the repository.
type RevisionError struct {
	*explanation
	// Revision is the text that was given.
	Revision string
	// Malformed reports that the text is none that could name commits here,
	// whatever the repository holds.
	Malformed bool
}

// ObjectError says that an object of the repository cannot be read: it is
// missing, as in a partial clone, or its bytes are damaged.
type ObjectError struct {
	*explanation
	// ID is the full id of the object.
	ID string
	// Missing tells a missing object from a damaged one.
	Missing bool
}

// ConflictError says that the index holds unmerged entries.
type ConflictError struct {
	*explanation
	// Paths are the files in conflict, below the root of the ISMS.
	Paths []string
}

func unknownRevision(rev string) error {
	return &RevisionError{Revision: rev, explanation: message.Errorf(
		"「%s」に当たるコミットがありません。ブランチ名、タグ名、コミットIDのいずれかを指定してください（git log で確認できます。浅いクローンの場合は git fetch --unshallow で履歴を取得してください）",
		"%q names no commit of this repository; expected a branch, a tag or a commit id (see git log; in a shallow clone run git fetch --unshallow)",
		rev)}
}

func unsupportedRevision(rev string) error {
	return &RevisionError{Revision: rev, Malformed: true, explanation: message.Errorf(
		"「%s」の書き方には対応していません。ブランチ名、タグ名、コミットID、またはそれに ~N、^N、^{commit} を付けた形で指定してください",
		"%q is not a supported way to name a commit; expected a branch, a tag or a commit id, followed by ~N, ^N or ^{commit} where needed",
		rev)}
}

func ambiguousRevision(rev string) error {
	return &RevisionError{Revision: rev, explanation: message.Errorf(
		"「%s」で始まるコミットが複数あります。コミットIDをもっと長く指定してください",
		"%q is the beginning of several commit ids; give more digits",
		rev)}
}

func missingParent(rev string) error {
	return &RevisionError{Revision: rev, explanation: message.Errorf(
		"「%s」より前のコミットがありません。~ や ^ の数を減らすか、浅いクローンの場合は git fetch --unshallow で履歴を取得してください",
		"%q goes back further than the history; use a smaller number, or in a shallow clone run git fetch --unshallow",
		rev)}
}

func unbornHead() error {
	return &RevisionError{Revision: "HEAD", explanation: message.Errorf(
		"まだコミットがありません。最初のコミットを作成するか、--rev を付けずに実行してください",
		"the repository has no commit yet; make the first commit, or run without --rev")}
}

func missingObject(id string, partial bool) error {
	if partial {
		return &ObjectError{ID: id, Missing: true, explanation: message.Errorf(
			"オブジェクト %s が手元にありません（部分クローンです）。git fetch --refetch --no-filter を実行してからやり直してください",
			"object %s is missing because this is a partial clone; run git fetch --refetch --no-filter and try again", id)}
	}
	return &ObjectError{ID: id, Missing: true, explanation: message.Errorf(
		"オブジェクト %s がありません。リポジトリが壊れている可能性があります。git fsck で確認し、必要ならクローンし直してください",
		"object %s is missing and the repository may be damaged; run git fsck, and clone again if need be", id)}
}

func corruptObject(id string, cause error) error {
	return &ObjectError{ID: id, explanation: message.Wrap(cause,
		"オブジェクト %s が壊れています。git fsck で確認し、必要ならクローンし直してください",
		"object %s is damaged; run git fsck, and clone again if need be", id)}
}
