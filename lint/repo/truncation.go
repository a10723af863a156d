package repo

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// TruncationKind is a way in which a repository does not show its whole and
// true history.
type TruncationKind string

// The kinds of truncation.
const (
	ShallowClone TruncationKind = "shallow"
	PartialClone TruncationKind = "partial"
	Grafts       TruncationKind = "grafts"
	Replacements TruncationKind = "replace"
)

// Truncation says why the history may not be whole.
type Truncation struct {
	Kind TruncationKind
	// Incomplete reports that commits are missing for certain, so that nothing
	// can be said about the whole history. Otherwise the history can be walked:
	// a partial clone may turn out to lack an object that is read (the error is
	// then an [ObjectError] with Missing set), and grafts and replacements have
	// no effect on this package.
	Incomplete bool
	// Reason says what is wrong and how to mend it.
	Reason message.Text
}

// Truncation returns in which ways the history is cut off or altered, nil when
// it is not. Grafts and replacements (git replace) are local to one clone and
// would let it rewrite what is evidence: git shows them, [Repository.Walk] and
// all else in this package show the commits as they were made.
func (r *Repository) Truncation() []Truncation {
	var all []Truncation
	if r.Shallow {
		all = append(all, Truncation{ShallowClone, true, message.Textf(
			"浅いクローンのため、履歴の一部がありません。git fetch --unshallow を実行してください（GitHub Actionsでは actions/checkout に fetch-depth: 0、GitLab CIでは変数 GIT_DEPTH: 0 を設定します）",
			"the clone is shallow and lacks a part of the history; run git fetch --unshallow (in GitHub Actions set fetch-depth: 0 for actions/checkout, in GitLab CI the variable GIT_DEPTH: 0)")})
	}
	if r.Partial {
		all = append(all, Truncation{PartialClone, false, message.Textf(
			"部分クローンのため、過去のファイルの内容が手元にない可能性があります。git fetch --refetch --no-filter を実行するか、--filter を付けずにクローンし直してください",
			"this is a partial clone and may lack the content of older files; run git fetch --refetch --no-filter, or clone again without --filter")})
	}
	if hasGrafts(r.graftsFile) {
		all = append(all, Truncation{Grafts, false, message.Textf(
			"このクローンの info/grafts は履歴を付け替えています。ismslintはこれを無視し、記録されたままの履歴を確認します。不要であればファイルを削除してください",
			"info/grafts of this clone alters the history; ismslint ignores it and reads the commits as they were made; delete the file unless it is needed")})
	}
	if r.hasReplacements() {
		all = append(all, Truncation{Replacements, false, message.Textf(
			"このクローンの refs/replace はコミットなどを別の内容に置き換えています。ismslintはこれを無視し、記録されたままの履歴を確認します。git replace -l で確認し、不要であれば git replace -d で削除してください",
			"refs/replace of this clone replaces objects by others; ismslint ignores it and reads the commits as they were made; see git replace -l, and delete with git replace -d what is not needed")})
	}
	return all
}

// Incomplete says why commits are missing for certain, so that nothing can be
// said about the whole history; it is zero when none are.
func (r *Repository) Incomplete() message.Text {
	for _, t := range r.Truncation() {
		if t.Incomplete {
			return t.Reason
		}
	}
	return message.Text{}
}

// inCommonDir is a file of the repository, unless the environment names another.
func inCommonDir(common, name, override string) string {
	if override != "" {
		return override
	}
	return filepath.Join(common, filepath.FromSlash(name))
}

// readBoundary reads the file "shallow": the ids of the commits whose parents were
// not fetched. There is none in a whole clone.
func readBoundary(file string) (map[plumbing.Hash]bool, error) {
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, message.Wrap(err,
			"「%s」を読み込めません。権限を確認してください", "cannot read %q; check its permissions", file)
	}
	boundary := map[plumbing.Hash]bool{}
	for line := range strings.Lines(string(b)) {
		if id := strings.TrimSpace(line); plumbing.IsHash(id) {
			boundary[plumbing.NewHash(id)] = true
		}
	}
	return boundary, nil
}

// hasGrafts reports whether a grafts file has more than comments.
func hasGrafts(file string) bool {
	b, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return true
		}
	}
	return false
}

func (r *Repository) hasReplacements() bool {
	const prefix = "refs/replace/"
	found := false
	// A folder that cannot be read has no replacement that git would use.
	_ = filepath.WalkDir(filepath.Join(r.CommonDir, filepath.FromSlash(prefix)), func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && plumbing.IsHash(d.Name()) {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	if found {
		return true
	}
	packed, err := os.ReadFile(filepath.Join(r.CommonDir, "packed-refs"))
	return err == nil && strings.Contains(string(packed), " "+prefix)
}
