package signature

import (
	"crypto/x509"
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/crypto/ssh"

	"github.com/ismslint/ismslint/lint/message"
)

// maxKeyFile is the longest key file that is read, in bytes.
const maxKeyFile = 1 << 20

// SignerFromFile returns the signer for a file that holds an SSH private key
// (OpenSSH or PEM form; Ed25519, ECDSA or RSA). Where the key is encrypted,
// passphrase is called once with the path; nil means that nobody can be asked.
//
// A path that ends with .pub names a key by its public half: it is looked for
// in the agent behind the socket (the value of SSH_AUTH_SOCK, "" for none), and
// else in the private file beside it. Keys that live in hardware (sk-…) are
// used through the agent in either case. The error is a *message.Error.
func SignerFromFile(path, socket string, passphrase func(path string) ([]byte, error)) (Signer, error) {
	private, named := strings.CutSuffix(path, ".pub")
	if !named {
		return privateSigner(path, socket, passphrase)
	}
	public, err := publicFile(path)
	if err != nil {
		return nil, err
	}
	if s := inAgent(socket, public); s != nil {
		return s, nil
	}
	if _, err := os.Stat(private); err != nil {
		return nil, errNotHeld(path)
	}
	s, err := privateSigner(private, socket, passphrase)
	if err != nil {
		return nil, err
	}
	if !sameSSH(s.Key(), public) {
		return nil, message.Errorf("%[1]sと%[2]sは別の鍵のため、正しい組のファイルを指定してください",
			"%[1]s and %[2]s are different keys, expected the two halves of one key", path, private)
	}
	return s, nil
}

func errNotHeld(path string) error {
	return message.Errorf("%sの鍵がssh-agentにも同じ場所の秘密鍵ファイルにもないため、ssh-addで登録してください",
		"the key %s is neither in the ssh-agent nor in a private file beside it; add it with ssh-add", path)
}

// privateSigner reads a private key.
func privateSigner(path, socket string, passphrase func(path string) ([]byte, error)) (Signer, error) {
	public, err := publicFile(path + ".pub")
	if err != nil {
		public = nil // only its comment is missed
	}
	if public != nil && public.ssh.isHardware() {
		if s := inAgent(socket, public); s != nil {
			return s, nil
		}
		return nil, errNotHeld(path)
	}
	text, err := readKeyFile(path)
	if err != nil {
		return nil, err
	}
	private, err := ssh.ParsePrivateKey(text)
	var locked *ssh.PassphraseMissingError
	if errors.As(err, &locked) {
		if private, err = unlock(text, path, passphrase); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, errKeyFile(path)
	}
	k, err := newSSHKey(private.PublicKey().Marshal(), "")
	if err != nil {
		return nil, errKeyFile(path)
	}
	if public != nil && sameSSH(public, k) {
		k = public // with its comment
	}
	return &keySigner{key: k, private: private}, nil
}

// unlock reads an encrypted private key.
func unlock(text []byte, path string, passphrase func(path string) ([]byte, error)) (ssh.Signer, error) {
	if passphrase == nil {
		return nil, message.Errorf("秘密鍵%sはパスフレーズで保護されているため、ssh-addで登録してから.pubファイルを指定してください",
			"the private key %s is protected by a passphrase; add it with ssh-add and name the .pub file", path)
	}
	secret, err := passphrase(path)
	if err != nil {
		return nil, message.Wrap(err, "秘密鍵%sのパスフレーズを取得できません", "cannot get the passphrase of %s", path)
	}
	defer clear(secret)
	private, err := ssh.ParsePrivateKeyWithPassphrase(text, secret)
	if errors.Is(err, x509.IncorrectPasswordError) {
		return nil, message.Errorf("秘密鍵%sのパスフレーズが正しくありません", "the passphrase of %s is wrong", path)
	}
	if err != nil {
		return nil, errKeyFile(path)
	}
	return private, nil
}

func errKeyFile(path string) *message.Error {
	return message.Errorf("%sは秘密鍵として読み取れないため、OpenSSH形式の秘密鍵（例：~/.ssh/id_ed25519）を指定してください",
		"%s cannot be read as a private key, expected one in OpenSSH form such as ~/.ssh/id_ed25519", path)
}

// publicFile reads a .pub file.
func publicFile(path string) (*Key, error) {
	text, err := readKeyFile(path)
	if err != nil {
		return nil, err
	}
	line, _, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	k, ok, keyErr := readKey(strings.TrimSpace(line))
	switch {
	case !ok:
		return nil, message.Errorf("%sは公開鍵として読み取れないため、ssh-keygen -yで作成し直してください",
			"%s cannot be read as a public key, expected one line as ssh-keygen -y prints it", path)
	case keyErr != nil:
		return nil, message.Wrap(keyErr, "%s", "%s", path)
	}
	return k, nil
}

func readKeyFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, message.Wrap(err, "鍵ファイル%sを開けません", "cannot open the key file %s", path)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxKeyFile+1))
	if err != nil {
		return nil, message.Wrap(err, "鍵ファイル%sを読み取れません", "cannot read the key file %s", path)
	}
	if len(text) > maxKeyFile {
		return nil, message.Errorf("鍵ファイル%[1]sが%[2]d MBを超えています",
			"the key file %[1]s is larger than %[2]d MB, expected a key", path, maxKeyFile>>20)
	}
	return text, nil
}
