// Package signature proves who made a text: it verifies and makes the
// detached signatures under approvals, commits and tags.
//
// It knows SSH signatures (PROTOCOL.sshsig of OpenSSH, as written by
// "ssh-keygen -Y sign" and by git with gpg.format=ssh) and OpenPGP signatures
// (RFC 4880, as written by gpg), and recognises X.509 ones without verifying
// them. It knows no repository and no documents, needs no network and no
// program on the machine, and takes signatures and public keys as hostile
// input: their size is limited before they are read.
//
// It serves the requirements EVD-001 (signatures against the allowed signers
// with their intervals) and EVD-003 (the approver's own signature).
package signature

import (
	"bytes"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

// Kind is the format of a signature or key.
type Kind string

// The formats of signatures. X509 is recognised and never verified.
const (
	SSH     Kind = "ssh"
	OpenPGP Kind = "openpgp"
	X509    Kind = "x509"
)

// Namespaces are the purposes for which SSH signatures are made; a signature
// made for one purpose does not count for another.
const (
	NamespaceGit  = "git"  // commits and tags, as git writes and expects it
	NamespaceFile = "file" // files, the usual value with ssh-keygen -Y
)

// maxSignature is the longest armoured signature that is read, in bytes. The
// longest honest one, of RSA with 16,384 bits, is shorter than 8 KB.
const maxSignature = 64 << 10

// Result is what the verification of one signature found.
type Result struct {
	// Problem is [None] for a valid signature and says otherwise why it
	// proves nothing.
	Problem Problem
	// Detail says more than Problem.Text where there is more to say, and is
	// zero otherwise; [Result.Text] chooses.
	Detail message.Text
	// Key is the known key that made the signature, also where its interval,
	// its revocation or its limits make the signature invalid; nil where no
	// known key did or the text was altered. It is one of the keys given to
	// [Verify].
	Key *Key
	// Kind is the format, empty where none was recognised.
	Kind Kind
	// Fingerprint is that of the key that made the signature, known or not,
	// in the form of [Key.Fingerprint]; of an OpenPGP subkey, its own. An
	// unknown OpenPGP key may be named by its key ID of 16 digits only. It is
	// a claim of the signature where Key is nil.
	Fingerprint string
	// Created is when an OpenPGP signature says it was made, else zero.
	Created time.Time
}

// Text says what is wrong with the signature and how to mend it. It is zero
// for a valid one.
func (r Result) Text() message.Text {
	if !r.Detail.IsZero() {
		return r.Detail
	}
	return r.Problem.Text()
}

// Verify judges an armoured signature over a text. Keys are the known ones:
// a signature is valid when one of them made it over exactly this text and
// nothing that limits the key forbids it at the instant at, to the second. The
// namespace is the purpose that an SSH signature must be made for; OpenPGP has
// none. Where a key is listed more than once, the most favourable entry
// counts, as for ssh-keygen.
//
// Verify is a pure function and safe for concurrent use. Principals are the
// caller's business: see [Key.MatchesPrincipal].
func Verify(text, armored []byte, keys []*Key, namespace string, at time.Time) Result {
	if len(armored) > maxSignature {
		return Result{Problem: Malformed, Detail: message.Textf(
			"署名が%d KBを超えており、署名とは認められません",
			"the signature is larger than %d KB, expected a signature", maxSignature>>10)}
	}
	armored = bytes.TrimSpace(armored)
	switch {
	case len(armored) == 0:
		return Result{Problem: NoSignature}
	case bytes.HasPrefix(armored, []byte(sshBegin)):
		return verifySSH(text, armored, keys, namespace, at)
	case bytes.HasPrefix(armored, []byte(pgpBegin)):
		return verifyOpenPGP(text, armored, keys, at)
	case bytes.HasPrefix(armored, []byte("-----BEGIN PGP MESSAGE-----")):
		return Result{Problem: Unsupported, Kind: OpenPGP, Detail: message.Textf(
			"署名とデータが一体になったOpenPGP形式（PGP MESSAGE）には対応していないため、分離署名（gpg --detach-sign --armor）で署名し直してください",
			"the signature is a PGP MESSAGE that contains its text, expected a detached signature (gpg --detach-sign --armor)")}
	case bytes.HasPrefix(armored, []byte("-----BEGIN SIGNED MESSAGE-----")),
		bytes.HasPrefix(armored, []byte("-----BEGIN PKCS7-----")),
		bytes.HasPrefix(armored, []byte("-----BEGIN CMS-----")):
		return Result{Problem: Unsupported, Kind: X509, Detail: message.Textf(
			"X.509証明書（S/MIME）による署名は検証できないため、SSH鍵またはOpenPGP鍵で署名してください",
			"the signature is made with an X.509 certificate, which is not verified, expected an SSH or OpenPGP signature")}
	}
	return Result{Problem: Malformed}
}

// best returns the most favourable of the judgements of the entries that hold
// the same key.
func best(results []Result) Result {
	for _, r := range results {
		if r.Problem == None {
			return r
		}
	}
	return results[0]
}
