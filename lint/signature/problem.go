package signature

import "github.com/ismslint/ismslint/lint/message"

// Problem is why a signature proves nothing.
type Problem int

// The problems of signatures. Where there are several, the one that stands
// first here is reported, but [WrongNamespace] and [Weak] are found before
// [Bad], because the text is then not looked at.
const (
	None           Problem = iota // the signature is valid
	NoSignature                   // there is none
	Malformed                     // it cannot be read as a signature
	Unsupported                   // format or algorithm that is not verified
	UnknownKey                    // made by a key that is not among the known ones
	Bad                           // made over another text, or altered itself
	WrongNamespace                // made for another purpose
	Weak                          // algorithm or key length that no longer proves anything
	Revoked                       // the key was revoked by its owner or by a list
	NotForSigning                 // the key is for encryption or certification only
	NotYetValid                   // the interval of the key begins later
	Expired                       // the interval of the key, or of the signature, has ended
	NotAllowed                    // the key may not be used for this purpose
)

// Text says what is wrong and how to mend it. It is zero for [None].
func (p Problem) Text() message.Text {
	switch p {
	case NoSignature:
		return message.Textf(
			"署名がないため、本人の鍵で署名してください",
			"there is no signature, expected one made with the person's own key")
	case Malformed:
		return message.Textf(
			"署名の形式が壊れているため、元の署名を欠けずに写すか、署名し直してください",
			"the signature cannot be read, expected a whole armoured signature; copy it again or sign again")
	case Unsupported:
		return message.Textf(
			"対応していない方式の署名のため、SSH鍵またはOpenPGP鍵で署名してください",
			"the signature is of a kind that is not verified, expected an SSH or OpenPGP signature")
	case UnknownKey:
		return message.Textf(
			"登録されていない鍵による署名のため、本人の鍵であることを確認してから ismslint.toml の keys に登録してください",
			"the signature is made with a key that is not registered; make sure whose it is, then register it under keys in ismslint.toml")
	case Bad:
		return message.Textf(
			"署名が内容と一致しないため、署名後に内容が変更されていないか確認し、正しい内容に署名し直してください",
			"the signature does not match the text; find out what was changed after signing and have the right text signed")
	}
	return p.keyText()
}

// keyText says what is wrong where the signature is genuine but its key does
// not count.
func (p Problem) keyText() message.Text {
	switch p {
	case WrongNamespace:
		return message.Textf(
			"別の用途（namespace）のために作成された署名のため、この用途で署名し直してください",
			"the signature is made for another purpose (namespace), expected one made for this purpose")
	case Weak:
		return message.Textf(
			"安全でない方式（SHA-1、DSA、2048ビット未満のRSA）による署名のため、新しい鍵（Ed25519など）で署名し直してください",
			"the signature is made with SHA-1, DSA or RSA below 2048 bits, expected a stronger key such as Ed25519")
	case Revoked:
		return message.Textf(
			"失効した鍵による署名のため、有効な鍵で署名し直してください",
			"the signature is made with a revoked key, expected a valid one")
	case NotForSigning:
		return message.Textf(
			"署名用ではない鍵による署名のため、署名用の鍵で署名し直してください",
			"the signature is made with a key that is not meant for signing, expected a signing key")
	case NotYetValid:
		return message.Textf(
			"鍵の有効期間が始まる前の署名のため、日付と鍵の有効期間を確認してください",
			"the signature is dated before its key becomes valid; check the date and the key's interval")
	case Expired:
		return message.Textf(
			"鍵または署名の有効期限が切れた後の署名のため、有効な鍵で署名し直してください",
			"the signature was made with an expired key, or has itself expired; sign again with a valid key")
	case NotAllowed:
		return message.Textf(
			"この用途（namespace）での使用が許可されていない鍵による署名のため、許可された鍵で署名するか、鍵の namespaces を見直してください",
			"the signature is made with a key that is not permitted for this purpose; use a permitted key or review its namespaces")
	}
	return message.Text{}
}
