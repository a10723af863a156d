package approve

import (
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/signature"
)

// candidate is a key that an approval may be signed with.
type candidate struct {
	// key reads the public half, and open makes the signer.
	key  func() (*signature.Key, error)
	open func() (signature.Signer, error)
}

// candidates are the keys that may be tried, the best first: the one named or
// else that of git, those of the agent and the usual one.
func (d *Desk) candidates(named string) []candidate {
	if named != "" {
		return []candidate{d.inFile(named, d.user.Passphrase)}
	}
	var all []candidate
	socket := d.user.Getenv("SSH_AUTH_SOCK")
	agent, _ := signature.SignersFromAgent(socket) // without an agent there are the files
	switch setting := repo.SigningKey(d.user.Repository, d.user.Getenv); {
	case strings.HasPrefix(setting, "key::"), strings.HasPrefix(setting, "ssh-"):
		agent = first(agent, strings.TrimPrefix(setting, "key::"))
	case setting != "":
		all = append(all, d.inFile(d.expand(setting), d.user.Passphrase))
	}
	for _, s := range agent {
		all = append(all, candidate{
			key:  func() (*signature.Key, error) { return s.Key(), nil },
			open: func() (signature.Signer, error) { return s, nil },
		})
	}
	if home := d.user.Getenv("HOME"); home != "" {
		usual := filepath.Join(home, ".ssh", "id_ed25519")
		if _, err := os.Stat(usual); err == nil {
			all = append(all, d.inFile(usual, d.user.Passphrase))
		}
	}
	return all
}

// first puts the signer with a public key before the others.
func first(signers []signature.Signer, line string) []signature.Signer {
	keys, err := signature.ParseKeys([]byte(line))
	if err != nil || len(keys) == 0 {
		return signers
	}
	var match, rest []signature.Signer
	for _, s := range signers {
		if s.Key().Fingerprint() == keys[0].Fingerprint() {
			match = append(match, s)
		} else {
			rest = append(rest, s)
		}
	}
	return append(match, rest...)
}

// expand resolves the home folder in a setting of git.
func (d *Desk) expand(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		return filepath.Join(d.user.Getenv("HOME"), rest)
	}
	return path
}

// inFile is the key in a file. The public half beside it says whose it is
// before anyone is asked for a passphrase.
func (d *Desk) inFile(path string, passphrase func(string) ([]byte, error)) candidate {
	open := sync.OnceValues(func() (signature.Signer, error) {
		return signature.SignerFromFile(path, d.user.Getenv("SSH_AUTH_SOCK"), passphrase)
	})
	return candidate{open: open, key: func() (*signature.Key, error) {
		public := strings.TrimSuffix(path, ".pub") + ".pub"
		if text, err := os.ReadFile(public); err == nil {
			if keys, err := signature.ParseKeys(text); err == nil && len(keys) == 1 {
				return keys[0], nil
			}
		}
		s, err := open()
		if err != nil {
			return nil, err
		}
		return s.Key(), nil
	}}
}

// owner returns the person whose key it is, or nil.
func (d *Desk) owner(key *signature.Key) *config.Person {
	for _, known := range d.System.Keys.Keys {
		if known.Fingerprint() == key.Fingerprint() {
			if owner := d.System.Keys.Owner(signature.Result{Key: known}); owner != nil {
				return owner
			}
		}
	}
	return nil
}

// revoked reports whether the configuration revokes a key.
func (d *Desk) revoked(key *signature.Key) bool {
	for _, known := range d.System.Keys.Keys {
		if known.Fingerprint() == key.Fingerprint() && known.Revoked() {
			return true
		}
	}
	return false
}

// ChooseKey finds the key that a plan is to be signed with, and returns its
// fingerprint. It asks for a passphrase only where the public half of a key is
// not to be found.
func (d *Desk) ChooseKey(p *Plan) (fingerprint string, err error) {
	var refused error
	for _, c := range p.by.candidates(p.key) {
		key, err := c.key()
		if err == nil {
			err = p.by.mayUse(key, p.Person)
		}
		if err == nil {
			p.signer = c.open
			return key.Fingerprint(), nil
		}
		if refused == nil {
			refused = err
		}
	}
	if refused != nil {
		return "", refused
	}
	return "", refuse(
		"「%[1]s」の署名鍵が見つかりません。--key で鍵ファイルを指定するか、ssh-keygen -t ed25519 で鍵を作り、公開鍵を ismslint.toml の [[people]] の keys に登録してください",
		"no signing key of %[1]q was found; name one with --key, or make one with ssh-keygen -t ed25519 and add its public half to keys under [[people]] of ismslint.toml", p.Person.Name)
}

// mayUse refuses a key that proves nothing about the person.
func (d *Desk) mayUse(key *signature.Key, person *config.Person) error {
	switch owner := d.owner(key); {
	case owner == person && d.revoked(key):
		return refuse("鍵 %[1]s は失効しています。有効な鍵を --key で指定してください", "the key %[1]s is revoked; name a valid one with --key", key.Fingerprint())
	case owner == person:
		return nil
	case owner != nil:
		return refuse("鍵 %[1]s は「%[3]s」のもので、承認者「%[2]s」のものではありません。本人の鍵を --key で指定してください",
			"the key %[1]s belongs to %[3]q, not to the approver %[2]q; name the approver's own key with --key", key.Fingerprint(), person.Name, owner.Name)
	}
	return refuse(
		"鍵 %[1]s は「%[2]s」の鍵として登録されていません。本人の鍵であることを確かめ、ismslint.toml の [[people]]（id = \"%[3]s\"）に次の行を加えてください:\n%[4]s",
		"the key %[1]s is not registered for %[2]q; make sure whose it is, then add this line to [[people]] (id = \"%[3]s\") of ismslint.toml:\n%[4]s",
		key.Fingerprint(), person.Name, person.ID, message.Same(lineToAdd(key, person)))
}

// lineToAdd is the line of the configuration that registers a key, together
// with those that are registered.
func lineToAdd(key *signature.Key, person *config.Person) string {
	const someone = "k"
	line, err := key.AllowedSignersLine([]string{someone})
	if err != nil {
		return ""
	}
	entries := []string{}
	for _, k := range person.Keys {
		entries = append(entries, tomlString(k.Text))
	}
	entries = append(entries, tomlString(strings.TrimPrefix(line, someone+" ")))
	return "keys = [" + strings.Join(entries, ", ") + "]"
}

func tomlString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}
