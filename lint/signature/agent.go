package signature

import (
	"net"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"

	"github.com/ismslint/ismslint/lint/message"
)

// agentSigner signs through an ssh-agent, which it calls anew each time, so
// that nothing needs closing.
type agentSigner struct {
	key    *Key
	socket string
}

func (s *agentSigner) Key() *Key { return s.key }

func (s *agentSigner) Sign(text []byte, namespace string) ([]byte, error) {
	return sign(s.key, text, namespace, func(data []byte) (*ssh.Signature, error) {
		conn, err := net.Dial("unix", s.socket)
		if err != nil {
			return nil, err
		}
		defer conn.Close()
		var flags agent.SignatureFlags
		if s.key.ssh.public.Type() == ssh.KeyAlgoRSA {
			flags = agent.SignatureFlagRsaSha512
		}
		return agent.NewClient(conn).SignWithFlags(s.key.ssh.public, data, flags)
	})
}

// SignersFromAgent returns the SSH keys that the ssh-agent behind a socket
// holds, in the agent's order, hardware keys (sk-…) included. The socket is the
// value of SSH_AUTH_SOCK; certificates and kinds of keys that are not known are
// left out. Signing calls the agent again, which may ask its user. The error is
// a *message.Error.
func SignersFromAgent(socket string) ([]Signer, error) {
	if socket == "" {
		return nil, message.Errorf("ssh-agentが起動していない（SSH_AUTH_SOCKが設定されていない）ため、起動してssh-addで鍵を登録してください",
			"no ssh-agent is running (SSH_AUTH_SOCK is not set), expected one that holds the key (ssh-add)")
	}
	conn, err := net.Dial("unix", socket)
	if err != nil {
		return nil, message.Wrap(err, "ssh-agentに接続できないため、ssh-agentの起動とSSH_AUTH_SOCKを確認してください",
			"cannot reach the ssh-agent; check that it runs and that SSH_AUTH_SOCK names its socket")
	}
	defer conn.Close()
	list, err := agent.NewClient(conn).List()
	if err != nil {
		return nil, message.Wrap(err, "ssh-agentから鍵の一覧を取得できません", "cannot list the keys of the ssh-agent")
	}
	var out []Signer
	for _, held := range list {
		if strings.HasSuffix(held.Format, certificateSuffix) || !isSSHType(held.Format) {
			continue
		}
		k, err := newSSHKey(held.Blob, held.Comment)
		if err != nil {
			continue // one that this program could not verify either
		}
		out = append(out, &agentSigner{key: k, socket: socket})
	}
	return out, nil
}

// inAgent returns the signer for a key that the agent holds, nil where it holds
// none or there is no agent.
func inAgent(socket string, k *Key) Signer {
	if socket == "" {
		return nil
	}
	all, err := SignersFromAgent(socket)
	if err != nil {
		return nil
	}
	for _, s := range all {
		if sameSSH(s.Key(), k) {
			return s
		}
	}
	return nil
}
