package isms

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/signature"
	"github.com/ismslint/ismslint/lint/source"
)

// Keyring are the public keys of the configuration, and whose they are.
type Keyring struct {
	// Keys are those that a signature may be made with: of the people, then
	// of the forge.
	Keys []*signature.Key
	// Problems are the entries of the configuration that could not be read.
	Problems []KeyProblem
	// Shared are the keys that more than one person claims (EVD-012).
	Shared []SharedKey

	owners map[*signature.Key]*config.Person // nil for a key of the forge
	first  map[string]*config.Person         // who claimed a fingerprint first

	mu       sync.Mutex
	verdicts map[[sha256.Size]byte]signature.Result
}

// KeyProblem is an entry of the configuration that gives no key.
type KeyProblem struct {
	Span source.Span
	Text message.Text
}

// SharedKey is a key that a second person claims.
type SharedKey struct {
	Fingerprint   string
	Owner, Second *config.Person
	// Span is the place where the second person claims it.
	Span source.Span
}

// NewKeyring reads the keys of a configuration. read returns the content of a
// file by its path below the root of the ISMS.
func NewKeyring(c *config.Config, read func(path string) ([]byte, error)) *Keyring {
	k := &Keyring{owners: map[*signature.Key]*config.Person{}, first: map[string]*config.Person{}, verdicts: map[[sha256.Size]byte]signature.Result{}}
	for i := range c.People {
		person := &c.People[i]
		for _, entry := range person.Keys {
			k.claim(person, entry, k.parse(entry, read))
		}
	}
	for _, entry := range c.Approval.ForgeKeys {
		for _, key := range k.parse(entry, read) {
			if k.first[key.Fingerprint()] == nil {
				k.Keys = append(k.Keys, key)
			}
		}
	}
	k.revoke(c.Approval.RevokedKeys, read)
	return k
}

// revoke marks the keys that the configuration revokes. That makes new values
// of the keys, which stand in the same places.
func (k *Keyring) revoke(entries []config.Key, read func(string) ([]byte, error)) {
	for _, entry := range entries {
		list, ok := k.text(entry, read)
		if !ok {
			continue
		}
		keys, err := signature.WithRevoked(k.Keys, list)
		if err != nil {
			k.problem(entry, message.Textf("失効させた鍵として読めません: %s", "it cannot be read as a list of revoked keys: %s", message.Of(err)))
			continue
		}
		owners := make(map[*signature.Key]*config.Person, len(keys))
		for i, key := range keys {
			owners[key] = k.owners[k.Keys[i]]
		}
		k.Keys, k.owners = keys, owners
	}
}

// claim gives a person the keys of an entry. A file of allowed signers holds
// those of others, too, and says whose each is.
func (k *Keyring) claim(person *config.Person, entry config.Key, keys []*signature.Key) {
	found := len(keys) == 0 // then it was reported already
	for _, key := range keys {
		if isFor(key, person) {
			found = true
			k.own(key, person, entry.Span)
		}
	}
	if !found {
		k.problem(entry, message.Textf("「%[2]s」の鍵がありません。名義（principals）に id「%[1]s」又は登録したメールアドレスを書いてください",
			"there is no key of %[2]q in it; give the id %[1]q or a registered address as the principal", person.ID, person.Name))
	}
}

// isFor reports whether a key that names its principals is a person's.
func isFor(key *signature.Key, person *config.Person) bool {
	if len(key.Principals()) == 0 {
		return true
	}
	return slices.ContainsFunc(append([]string{person.ID, person.Name}, person.Emails...), key.MatchesPrincipal)
}

func (k *Keyring) own(key *signature.Key, person *config.Person, at source.Span) {
	id := key.Fingerprint()
	if owner := k.first[id]; owner != nil && owner != person {
		k.Shared = append(k.Shared, SharedKey{Fingerprint: id, Owner: owner, Second: person, Span: at})
		return
	}
	k.first[id], k.owners[key] = person, person
	k.Keys = append(k.Keys, key)
}

// parse reads an entry: a key as such, or the path of a file of keys.
func (k *Keyring) parse(entry config.Key, read func(string) ([]byte, error)) []*signature.Key {
	text, ok := k.text(entry, read)
	if !ok {
		return nil
	}
	keys, err := signature.ParseKeys(text)
	if err != nil {
		k.problem(entry, message.Textf("公開鍵として読めません: %s", "it cannot be read as a public key: %s", message.Of(err)))
	}
	return keys
}

// text returns what an entry says, or what the file says that it names.
func (k *Keyring) text(entry config.Key, read func(string) ([]byte, error)) ([]byte, bool) {
	if holdsKey(entry.Text) {
		return []byte(entry.Text), true
	}
	p := besideOf(config.FileName, entry.Text)
	b, err := read(p)
	if p == "" || err != nil {
		k.problem(entry, message.Textf(
			"「%s」は公開鍵ではなく、その名前の鍵ファイルもISMSのフォルダーにありません。ssh-keygen が作った .pub の1行、又は鍵ファイルのパスを書いてください",
			"%q is no public key, and there is no such file in the ISMS; give the line of the .pub file that ssh-keygen made, or the path of a file of keys", brief(entry.Text)))
		return nil, false
	}
	return b, true
}

func (k *Keyring) problem(entry config.Key, text message.Text) {
	k.Problems = append(k.Problems, KeyProblem{entry.Span, text})
}

// KeyFiles returns the paths, below the root of the ISMS, of the files of keys
// that a configuration names, without doubles and in the order of their names.
func KeyFiles(c *config.Config) []string {
	entries := append(slices.Clone(c.Approval.ForgeKeys), c.Approval.RevokedKeys...)
	for i := range c.People {
		entries = append(entries, c.People[i].Keys...)
	}
	var paths []string
	for _, entry := range entries {
		if p := besideOf(config.FileName, entry.Text); p != "" && !holdsKey(entry.Text) {
			paths = append(paths, p)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// holdsKey tells a key from a path: a key has a blank or is armoured.
func holdsKey(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "-----BEGIN") || strings.HasPrefix(text, "SHA256:") || strings.Contains(text, " AAAA")
}

// verify judges the signature of a statement of approval at an instant. States
// of the same ISMS hold the same statements, so that verdicts are kept.
func (k *Keyring) verify(text, armored []byte, at time.Time) signature.Result {
	h := sha256.New()
	fmt.Fprintf(h, "%d %d ", at.Unix(), len(text))
	h.Write(text)
	h.Write(armored)
	id := [sha256.Size]byte(h.Sum(nil))
	k.mu.Lock()
	verdict, known := k.verdicts[id]
	k.mu.Unlock()
	if known {
		return verdict
	}
	verdict = signature.Verify(text, armored, k.Keys, approval.Namespace, at)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.verdicts[id] = verdict
	return verdict
}

// Owner returns the person whose key made a signature, nil when nobody's did.
func (k *Keyring) Owner(r signature.Result) *config.Person { return k.owners[r.Key] }

// IsForge reports whether the key of a forge made a signature.
func (k *Keyring) IsForge(r signature.Result) bool { return r.Key != nil && k.owners[r.Key] == nil }

// Of returns the keys of a person that have not been revoked.
func (k *Keyring) Of(person *config.Person) []*signature.Key {
	var keys []*signature.Key
	for _, key := range k.Keys {
		if k.owners[key] == person && !key.Revoked() {
			keys = append(keys, key)
		}
	}
	return keys
}

func brief(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
