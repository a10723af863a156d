package signature

import (
	"slices"
	"time"
)

// Key is one public key with what limits it. It never changes and is safe for
// concurrent use.
type Key struct {
	kind        Kind
	fingerprint string
	comment     string
	principals  []string
	namespaces  []string
	after       time.Time
	before      time.Time
	authority   bool // cert-authority: vouches for certificates, signs nothing itself
	listed      bool // found in a list of revoked keys
	ssh         *sshKey
	pgp         *pgpKey
}

// Fingerprint returns the key's fingerprint as "SHA256:…", as ssh-keygen -l
// prints it, and for OpenPGP that of the primary key in upper-case hexadecimal
// digits.
func (k *Key) Fingerprint() string { return k.fingerprint }

// Kind returns the format of the key, [SSH] or [OpenPGP].
func (k *Key) Kind() Kind { return k.kind }

// Comment returns the remark that stands behind an SSH key, often the owner's
// address, or the first valid user ID of an OpenPGP key. Nobody vouches for it.
func (k *Key) Comment() string { return k.comment }

// Principals returns the patterns of an allowed_signers line that name whose
// key it is; none for other keys.
func (k *Key) Principals() []string { return slices.Clone(k.principals) }

// MatchesPrincipal reports whether the principals of the key admit the given
// identity, by the rules of allowed_signers: * and ? are wildcards, and a
// pattern that begins with ! excludes. A key that names no principals, because
// it does not come from an allowed_signers file, admits nobody.
func (k *Key) MatchesPrincipal(identity string) bool {
	return matchList(identity, k.principals)
}

// ValidAfter returns the first second at which the key is valid: the option
// valid-after, or the creation of an OpenPGP key. Zero means no such limit.
func (k *Key) ValidAfter() time.Time { return k.after }

// ValidBefore returns the last second at which the key is valid: the option
// valid-before or the end of an OpenPGP key, both of which OpenSSH and gpg
// include. Zero means no such limit.
func (k *Key) ValidBefore() time.Time { return k.before }

// Namespaces returns the patterns of the purposes to which the option
// namespaces limits the key; none means any purpose.
func (k *Key) Namespaces() []string { return slices.Clone(k.namespaces) }

// Authority reports whether the line says cert-authority: the key then vouches
// for certificates, which are not supported, and its own signatures do not
// count.
func (k *Key) Authority() bool { return k.authority }

// Revoked reports whether the key is revoked: by its owner (OpenPGP) or by a
// list given to [WithRevoked]. Signatures made before an OpenPGP key was merely
// retired or replaced stay valid nevertheless.
func (k *Key) Revoked() bool {
	return k.listed || k.pgp != nil && len(k.pgp.revocations) > 0
}

// judge returns what forbids the use of the key, apart from OpenPGP subkeys.
func (k *Key) judge(namespace string, at time.Time) Problem {
	switch {
	case k.listed:
		return Revoked
	case !k.after.IsZero() && at.Unix() < k.after.Unix():
		return NotYetValid
	case !k.before.IsZero() && at.Unix() > k.before.Unix():
		return Expired
	case k.kind == SSH && len(k.namespaces) > 0 && !matchList(namespace, k.namespaces):
		return NotAllowed
	}
	return None
}
