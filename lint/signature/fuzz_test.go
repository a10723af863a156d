package signature

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/ProtonMail/go-crypto/openpgp/armor"

	"github.com/ismslint/ismslint/lint/message"
)

// samples returns the files of testdata, made by ssh-keygen and gpg.
func samples(t testing.TB, pattern string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples %s: %v", pattern, err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = b
	}
	return out
}

// FuzzParseKeys checks that no text breaks the reader, that its errors are for
// readers, and that what it reads can be written and read again.
func FuzzParseKeys(f *testing.F) {
	for _, b := range samples(f, "*.keys") {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		keys, err := ParseKeysIn(text, japan())
		if err != nil {
			var m *message.Error
			if !errors.As(err, &m) || keys != nil {
				t.Fatalf("got %v, %v", keys, err)
			}
			return
		}
		for _, k := range keys {
			line, err := k.AllowedSignersLine([]string{"sato"})
			if err != nil {
				continue // an OpenPGP key
			}
			again, err := ParseKeysIn([]byte(line), japan())
			if err != nil || len(again) != 1 {
				t.Fatalf("%q is read as %v, %v", line, again, err)
			}
			a := again[0]
			if a.Fingerprint() != k.Fingerprint() || !a.ValidAfter().Equal(k.ValidAfter()) || !a.ValidBefore().Equal(k.ValidBefore()) ||
				a.Authority() != k.Authority() || len(a.Namespaces()) != len(k.Namespaces()) {
				t.Fatalf("%q is read as another key", line)
			}
		}
	})
}

// FuzzVerify checks that no signature breaks the verification and that none of
// an altered text is accepted.
func FuzzVerify(f *testing.F) {
	keys := sampleKeys(f)
	for _, b := range samples(f, "*.sig") {
		f.Add([]byte(statement), b)
		f.Add([]byte("other"), b)
	}
	f.Fuzz(func(t *testing.T, text, armored []byte) {
		r := Verify(text, armored, keys, "file", noon())
		if r.Problem != None {
			if r.Text().IsZero() {
				t.Fatalf("problem %d has no text", r.Problem)
			}
			return
		}
		if r.Key == nil || r.Fingerprint == "" {
			t.Fatalf("valid, but made by no key: %+v", r)
		}
		// A signature in text mode does not cover line ends and blanks there.
		if r.Kind == SSH && !bytes.Equal(text, []byte(statement)) {
			t.Fatalf("%q is accepted as signed", text)
		}
	})
}

// FuzzWithRevoked checks that no list breaks the reader.
func FuzzWithRevoked(f *testing.F) {
	keys := sampleKeys(f)
	for _, b := range samples(f, "*.krl") {
		f.Add(b)
	}
	f.Add([]byte(edLine))
	f.Fuzz(func(t *testing.T, list []byte) {
		out, err := WithRevoked(keys, list)
		if (err == nil) != (len(out) == len(keys)) {
			t.Fatalf("got %d keys, %v", len(out), err)
		}
	})
}

func sampleKeys(t testing.TB) []*Key {
	t.Helper()
	var keys []*Key
	for name, b := range samples(t, "*.keys") {
		k, err := ParseKeysIn(b, japan())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		keys = append(keys, k...)
	}
	return keys
}

// TestSamples verifies the samples, which need no tool.
func TestSamples(t *testing.T) {
	keys := sampleKeys(t)
	for name, sig := range samples(t, "*.sig") {
		if r := Verify([]byte(statement), sig, keys, "file", noon()); r.Problem != None {
			t.Errorf("%s: %s", name, r.Text().EN)
		}
		if r := Verify([]byte(statement+"x"), sig, keys, "file", noon()); r.Problem != Bad {
			t.Errorf("%s over another text: got %d", name, r.Problem)
		}
	}
}

// FuzzPackets looks below the armour, which hides the structure from the
// fuzzer: OpenPGP keys and signatures, and SSH signatures and keys.
func FuzzPackets(f *testing.F) {
	keys := sampleKeys(f)
	for _, b := range samples(f, "pgp*") {
		raw, ok := dearmorPGP(string(b))
		if !ok {
			f.Fatal("no armour")
		}
		f.Add(raw)
	}
	for _, name := range []string{"ed25519.sig", "rsa.sig", "ecdsa.sig"} {
		raw, ok := dearmorSSH(bytes.TrimSpace(samples(f, name)[name]))
		if !ok {
			f.Fatal("no armour")
		}
		f.Add(raw)
	}
	for _, k := range keys {
		if k.ssh != nil {
			f.Add(k.ssh.blob)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if found, err := readPGPKeys(raw); err == nil {
			Verify([]byte(statement), armorPGP(t, raw), found, "file", noon())
		}
		for _, armored := range [][]byte{armorPGP(t, raw), armorSSH(raw)} {
			if r := Verify([]byte("other"), armored, keys, "file", noon()); r.Problem == None {
				t.Fatalf("a signature of another text is accepted: %+v", r)
			}
		}
		if k, err := newSSHKey(raw, ""); err == nil && k.Fingerprint() == "" {
			t.Fatal("a key has no fingerprint")
		}
	})
}

func armorPGP(t *testing.T, raw []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := armor.Encode(&b, "PGP SIGNATURE", nil)
	if err == nil {
		_, err = w.Write(raw)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
