package isms

import (
	"time"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/signature"
)

// judgeArrival refuses a statement that came into the repository only after its
// key had expired. Whoever has an expired key can write any day of approval
// into a statement; the commit that brought it is what can be proven (EVD-001).
// Without a history nothing is known, and nothing refused.
func (s *System) judgeArrival(a *Approval, keys *Keyring) {
	if s.Past == nil || !s.mayHaveExpired(a, keys) {
		return
	}
	first, err := s.Past.Brought(a.File.Signature)
	switch {
	case err != nil:
		a.Unsure = message.Of(err)
	case first == nil && s.expiredAt(a, keys, s.noon(s.AsOf())):
		a.late = true
		a.Problem = message.Textf("署名の鍵は有効期限が切れているのに、この承認書はまだコミットされていません。有効な鍵で承認し直してください",
			"its key has expired and the statement is not committed yet; approve again with a valid key")
	case first != nil && first.Committer.Problem.IsZero() && s.expiredAt(a, keys, first.Committer.When):
		a.late = true
		a.Problem = message.Textf("承認日は %[1]s ですが、この承認書は鍵の有効期限が切れた後のコミット %[2]s（%[3]s）で登録されており、期限内の署名であることを証明できません。この承認書を除き、有効な鍵で承認し直してください",
			"it is dated %[1]s, but commit %[2]s of %[3]s, which brought it, was made after its key had expired, so that nothing proves that it was signed in time; remove it and approve again with a valid key",
			a.Statement.Day, first.Name(), first.Day)
	}
}

// mayHaveExpired reports whether the key of a valid signature, or the signature
// itself, expires by the day of judgement. An OpenPGP signature does not tell
// before it is asked for an instant.
func (s *System) mayHaveExpired(a *Approval, keys *Keyring) bool {
	if key := a.Signature.Key; key.Kind() == signature.SSH {
		limit := key.ValidBefore()
		return !limit.IsZero() && !s.Follows(date.Of(limit.UTC()).AddDays(-1))
	}
	const never = 9000 // years
	return s.expiredAt(a, keys, time.Date(never, time.January, 1, 0, 0, 0, 0, time.UTC))
}

// expiredAt judges a valid signature as of another instant.
func (s *System) expiredAt(a *Approval, keys *Keyring, at time.Time) bool {
	verdict := keys.verify(a.File.Source, a.File.Signature, at)
	if text := unixLines(a.File.Source); verdict.Problem == signature.Bad && len(text) != len(a.File.Source) {
		verdict = keys.verify(text, a.File.Signature, at)
	}
	return verdict.Problem == signature.Expired
}
