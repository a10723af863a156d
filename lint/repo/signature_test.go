package repo

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// signer signs and verifies with the tools that users have.
type signer struct {
	s   sandbox
	env []string
	// sign is a command that reads what is signed from the file "payload" and
	// writes the armoured signature to the file "sig"; verify checks them.
	sign, verify string
}

// sshSigner makes a key and a repository r whose commits it signs.
func sshSigner(t *testing.T) signer {
	t.Helper()
	s := newSandbox(t)
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("ssh-keygen is not installed")
	}
	s.run(`
ssh-keygen -q -t ed25519 -N '' -C sato -f key
echo "sato@example.com namespaces=\"git\" $(cat key.pub)" >allowed
git init -q -b main r && cd r && git config gpg.format ssh && git config user.signingkey "$PWD/../key" && git config gpg.ssh.allowedSignersFile "$PWD/../allowed"
`)
	return signer{
		s:      s,
		sign:   `rm -f payload.sig && ssh-keygen -q -Y sign -n git -f key payload 2>/dev/null && mv payload.sig sig`,
		verify: `ssh-keygen -q -Y verify -f allowed -I sato@example.com -n git -s sig <payload`,
	}
}

// gpgSigner does the same with OpenPGP.
func gpgSigner(t *testing.T) signer {
	t.Helper()
	s := newSandbox(t)
	if _, err := exec.LookPath("gpg"); err != nil {
		t.Skip("gpg is not installed")
	}
	// The sockets of its agent need a short path.
	home, err := os.MkdirTemp("", "g")
	if err != nil {
		t.Fatal(err)
	}
	env := []string{"GNUPGHOME=" + home}
	t.Cleanup(func() {
		if out, err := s.try(`gpgconf --kill all`, env...); err != nil {
			t.Log(out)
		}
		os.RemoveAll(home)
	})
	if out, err := s.try(`gpg --batch --quiet --passphrase '' --quick-gen-key 'Sato <sato@example.com>' ed25519 sign never`, env...); err != nil {
		t.Skipf("gpg makes no key: %s", out)
	}
	s.run(`git init -q -b main r && cd r && git config user.signingkey sato@example.com`)
	return signer{
		s: s, env: env,
		sign:   `rm -f sig && gpg --batch --quiet --armor --detach-sign -u sato@example.com -o sig payload`,
		verify: `gpg --batch --quiet --verify sig payload`,
	}
}

func signers(t *testing.T, test func(t *testing.T, g signer)) {
	t.Run("ssh", func(t *testing.T) { test(t, sshSigner(t)) })
	t.Run("gpg", func(t *testing.T) { test(t, gpgSigner(t)) })
}

// wantSigned verifies a signature with the tool, and that no byte of what is
// signed is without effect.
func (g signer) wantSigned(t *testing.T, payload, signature []byte) {
	t.Helper()
	if signature == nil {
		t.Fatal("no signature was found")
	}
	g.s.write("payload", string(payload))
	g.s.write("sig", string(signature))
	if out, err := g.s.try(g.verify, g.env...); err != nil {
		t.Errorf("the tool does not accept the signature: %s\npayload %q\nsignature %q", out, payload, signature)
	}
	g.s.write("payload", string(payload)+"\n")
	if _, err := g.s.try(g.verify, g.env...); err == nil {
		t.Error("the tool accepts any payload, so the test shows nothing")
	}
}

func TestPayloadOfSignedCommits(t *testing.T) {
	signers(t, func(t *testing.T, g signer) {
		g.s.run(`
cd r && echo 1 >a && git add . && git commit -q -S -m 'plain' && git tag plain
printf 'several\r\nlines\r\n\r\nof text\r\n' >../m && git commit -q -S --allow-empty --cleanup=verbatim -F ../m && git tag crlf
printf 'mentions\n\ngpgsig -----BEGIN SSH SIGNATURE-----\n x\n-----BEGIN PGP SIGNATURE-----\n' >../m && git commit -q -S --allow-empty --cleanup=verbatim -F ../m && git tag mentions
git commit -q -S --allow-empty --allow-empty-message -m '' && git tag empty
printf '\203\134' >../m && git -c i18n.commitEncoding=Shift_JIS commit -q -S --allow-empty -F ../m && git tag sjis
git checkout -q -b side plain && git commit -q -S --allow-empty -m side && git tag -s -m 'a signed tag' signedtag
git checkout -q main && git merge -q -S --no-ff -m 'a merge' signedtag && git tag merge
`, g.env...)
		r := g.s.open("r")
		for _, name := range []string{"plain", "crlf", "mentions", "empty", "sjis", "side", "merge"} {
			t.Run(name, func(t *testing.T) {
				c, err := r.Commit(name)
				if err != nil {
					t.Fatal(err)
				}
				g.s.run(`git -C r verify-commit "$REV" 2>&1`, append(g.env, "REV="+name)...)
				g.wantSigned(t, c.Payload(), c.Signature)
				if name == "merge" && !strings.Contains(string(c.Payload()), "\nmergetag object ") {
					t.Error("the merge has no mergetag, so the test shows nothing of it")
				}
			})
		}
	})
}

// Commits that no version of git writes today, but some tool or attacker may.
func TestPayloadOfHandmadeCommits(t *testing.T) {
	const here = "SIGNATURE\n" // where the header goes
	tests := map[string]string{
		"unusual headers":      handmade("author A <a@b> 1 +0000\ncommitter B <b@c> 1 +0000\nHG:extra branch:x\nx-note one\n two\n \n three\n" + here + "x-after y\n\nmessage\n"),
		"at the very end":      handmade(plainIdents + here),
		"no message":           handmade(plainIdents + here + "\n"),
		"before the author":    handmade(here + plainIdents + "\nmessage"),
		"a carriage return":    handmade(plainIdents + "x-cr a\r\n" + here + "\nmessage\r"),
		"another format":       handmade(plainIdents + here + "gpgsig-sha256 -----BEGIN X-----\n abc\n -----END X-----\n\nmessage\n"),
		"another format first": handmade(plainIdents + "gpgsig-sha256 -----BEGIN X-----\n abc\n -----END X-----\n" + here + "encoding UTF-8\n\nmessage\n"),
		"a header like it":     handmade(plainIdents + "gpgsigx y\n z\n" + here + "\nmessage\n"),
	}
	signers(t, func(t *testing.T, g signer) {
		r := g.s.open("r")
		for name, text := range tests {
			t.Run(name, func(t *testing.T) {
				payload := strings.Replace(text, here, "", 1)
				for _, other := range []string{"gpgsig-sha256 -----BEGIN X-----\n abc\n -----END X-----\n", "gpgsigx y\n z\n"} {
					payload = strings.Replace(payload, other, "", 1)
				}
				g.s.write("payload", payload)
				sig := g.s.run(g.sign+` && cat sig`, g.env...)
				id := g.s.store("commit", strings.Replace(text, here, "gpgsig "+strings.ReplaceAll(sig, "\n", "\n ")+"\n", 1))
				g.s.run(`git -C r verify-commit "$ID" 2>&1`, append(g.env, "ID="+id.String())...)
				c, err := r.Commit(id.String())
				if err != nil {
					t.Fatal(err)
				}
				if string(c.Payload()) != payload || string(c.Signature) != sig+"\n" {
					t.Errorf("payload %q\nwant %q\nsignature %q\nwant %q", c.Payload(), payload, c.Signature, sig+"\n")
				}
				g.wantSigned(t, c.Payload(), c.Signature)
			})
		}
	})
}

func TestPayloadOfTags(t *testing.T) {
	signers(t, func(t *testing.T, g signer) {
		g.s.run(`
cd r && git commit -q --allow-empty -m first && git commit -q --allow-empty -m second
git tag -s -m 'signed' signed HEAD~1
printf 'lines\r\nwith CR\r\n' >../m && git tag -s --cleanup=verbatim -F ../m release/v1
printf 'before\n-----BEGIN SSH SIGNATURE-----\nnot one\n' >../m && git tag -s --cleanup=verbatim -F ../m mentions
git tag -s -m 'a tag of a tag' nested signed
git tag -m 'unsigned

文書' unsigned && git tag light
git tag -m 'of a file' file $(echo x | git hash-object -w --stdin) && git tag lightfile file^{}
git pack-refs --all && git tag -m late late
`, g.env...)
		first, second := g.s.run(`git -C r rev-parse main~1`), g.s.run(`git -C r rev-parse main`)
		tags, err := g.s.open("r").Tags(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		want := []struct {
			name, target, message string
			signed                bool
		}{
			{"late", second, "late\n", false},
			{"mentions", second, "before\n-----BEGIN SSH SIGNATURE-----\nnot one\n", true},
			{"nested", first, "a tag of a tag\n", true},
			{"release/v1", second, "lines\r\nwith CR\r\n", true},
			{"signed", first, "signed\n", true},
			{"unsigned", second, "unsigned\n\n文書\n", false},
		}
		if len(tags) != len(want) {
			t.Fatalf("%d tags", len(tags))
		}
		for i, w := range want {
			tag := tags[i]
			if tag.Name != w.name || tag.Stated != w.name || tag.Target != w.target || tag.Message != w.message || (tag.Signature != nil) != w.signed {
				t.Errorf("%+v\nwant %+v", tag, w)
			}
			if tag.ID != g.s.run(`git -C r rev-parse "refs/tags/$T"`, "T="+w.name) || tag.Tagger.Email != "sato@example.com" || !tag.Tagger.Problem.IsZero() {
				t.Errorf("%+v", tag)
			}
			if w.signed {
				g.s.run(`git -C r verify-tag "$T" 2>&1`, append(g.env, "T="+w.name)...)
				g.wantSigned(t, tag.Payload(), tag.Signature)
			} else if string(tag.Payload()) != g.s.run(`git -C r cat-file tag "$T"`, "T="+w.name)+"\n" {
				t.Errorf("payload %q", tag.Payload())
			}
		}
	})
}

func TestTagErrors(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r && cd r && git commit -q --allow-empty -m first`)
	bad := s.store("tag", "object nothing\ntype commit\ntag x\n\nx\n")
	s.run(`cd r && mkdir -p .git/refs/tags && echo "$ID" >.git/refs/tags/bad`, "ID="+bad.String())
	_, err := s.open("r").Tags(t.Context())
	wantError(t, err, "タグの先頭部分が不正です", "header of the tag is malformed")
	s.run(`cd r && echo 1111111111111111111111111111111111111111 >.git/refs/tags/bad`)
	_, err = s.open("r").Tags(t.Context())
	wantError(t, err, "git fsck", "is missing")
}
