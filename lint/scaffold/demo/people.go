package demo

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/ssh"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/signature"
)

// person is one of those who make the history.
type person struct {
	id, name, email, department string
	// key is the path of the private key, public the line of the public one.
	key, public string
	signer      signature.Signer
}

// The people by what they do, which is how the story knows them.
const (
	president   = "president"
	founder     = "founder"   // the first ISMS manager
	successor   = "successor" // the second
	secretariat = "secretariat"
	chief       = "chief" // the chief internal auditor
	auditor     = "auditor"
	colleague   = "colleague" // the second internal auditor
	systems     = "systems"   // the system manager
)

// cast returns the people in the order of the configuration. They are
// fictitious.
func cast(lang message.Language) (order []string, people map[string]*person) {
	type entry struct {
		part, id   string
		name, unit message.Text
	}
	management := message.Text{JA: "経営", EN: "Management"}
	office := message.Text{JA: "管理部", EN: "Administration"}
	development := message.Text{JA: "開発部", EN: "Development"}
	sales := message.Text{JA: "営業部", EN: "Sales"}
	people = map[string]*person{}
	for _, e := range []entry{
		{president, "morishita", message.Text{JA: "森下 和子", EN: "Kate Morrison"}, management},
		{founder, "kawabata", message.Text{JA: "川端 誠司", EN: "Simon Clarke"}, development},
		{successor, "nishio", message.Text{JA: "西尾 美紀", EN: "Nina West"}, office},
		{secretariat, "onodera", message.Text{JA: "小野寺 瞳", EN: "Olive Northam"}, office},
		{chief, "hasebe", message.Text{JA: "長谷部 徹", EN: "Hugh Bennett"}, sales},
		{auditor, "imai", message.Text{JA: "今井 翔太", EN: "Ian Marsh"}, development},
		{colleague, "miyake", message.Text{JA: "三宅 由香", EN: "Mia Yates"}, sales},
		{systems, "hirai", message.Text{JA: "平井 大輔", EN: "Harry Rhodes"}, development},
	} {
		id, domain := e.id, "example.co.jp"
		if lang == message.English {
			first, last, _ := strings.Cut(strings.ToLower(e.name.EN), " ")
			id, domain = first[:1]+last, "example.com"
		}
		order = append(order, e.part)
		people[e.part] = &person{id: id, name: e.name.In(lang), email: id + "@" + domain, department: e.unit.In(lang)}
	}
	return order, people
}

// makeKeys gives everybody a key of their own below a folder.
func makeKeys(folder string, order []string, people map[string]*person, note string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	var allowed strings.Builder
	for _, part := range order {
		p := people[part]
		if err := p.makeKey(folder); err != nil {
			return message.Wrap(err, "「%s」の鍵を作れません", "cannot make the key of %q", p.name)
		}
		allowed.WriteString(p.email + " " + p.public + "\n")
	}
	if err := os.WriteFile(filepath.Join(folder, "allowed_signers"), []byte(allowed.String()), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "README.txt"), []byte(note), 0o600)
}

func (p *person) makeKey(folder string) error {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := ssh.MarshalPrivateKey(private, p.email)
	if err != nil {
		return err
	}
	line, err := ssh.NewPublicKey(public)
	if err != nil {
		return err
	}
	p.key = filepath.Join(folder, p.id)
	p.public = strings.TrimSpace(string(ssh.MarshalAuthorizedKey(line)))
	if err := os.WriteFile(p.key, pem.EncodeToMemory(block), 0o600); err != nil {
		return err
	}
	if err := os.WriteFile(p.key+".pub", []byte(p.public+" "+p.email+"\n"), 0o600); err != nil {
		return err
	}
	p.signer, err = signature.SignerFromFile(p.key, "", nil)
	return err
}
