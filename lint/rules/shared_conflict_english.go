package rules

import "regexp"

const (
	enStart = `^(?:\W*\(?[0-9a-z]{1,3}[.)]\s*)?(?:the |our |this )?`
	enBe    = `(?:is|are|(?:shall|must|should|will) be|(?:has|have|needs) to be)`
	enRole  = `(?:the |our )?` + roleGroup
	// enBreak is what may follow an object, so that it is the whole of it.
	enBreak = `(?:$|[.,;:)]| (?:and|or|before|after|every|each|once|annually|in|at|by|on|when|as)\b)`
)

// englishActs are the patterns of English sentences in lower case.
var englishActs = []actPattern{
	// the plan is drafted by the secretariat
	{regexp.MustCompile(enStart + docGroup + ` ` + enBe + ` (?:[a-z]+ly )?(?P<act>approved|drafted|prepared|written|authored) by ` + enRole + `(?:$|\W)`), nil},
	// the plan is drafted by the secretariat and approved by the president
	{regexp.MustCompile(enStart + docGroup + ` ` + enBe + ` (?:drafted|prepared|reviewed|checked|written|maintained)(?: by (?:the |our )?[\x{E100}-\x{E1FF}])?,? (?:and |then )+(?:` + enBe + ` )?(?P<act>approved) by ` + enRole + `(?:$|\W)`), nil},
	// the president approves the plan
	{regexp.MustCompile(`(?:` + enStart + `|[,;] |\band |\bwhile )` + enRole + ` (?:(?:shall|must|should|will|also) )*(?P<act>approves?|drafts?|prepares?|writes?) (?:the |our )?` + docGroup + enBreak), nil},
	// the plan requires the approval of the president
	{regexp.MustCompile(enStart + docGroup + ` (?:requires?|needs?) (?:the )?(?P<act>approval) (?:of|by|from) ` + enRole + `(?:$|\W)`), nil},
	// the approver of the plan is the president
	{regexp.MustCompile(`\b(?P<act>approver|drafter) of (?:the |our )?` + docGroup + ` is ` + enRole + `(?:$|\W)`), nil},
}
