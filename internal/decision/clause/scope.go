package clause

import (
	"cmp"
	"maps"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// nextArticle begins another article of a decision, whatever it is about.
var nextArticle = pattern.New(`(?i)^(?:điều|chương|mục|phần|phụ lục)\s+[\dIVX]+\b`)

// BeginsArticle tells whether a line begins another article or chapter of a decision.
func BeginsArticle(text string) bool { return nextArticle.MatchString(text) }

// underHeading is what counts a heading that names a level and nothing else: "I. XÃ NÔNG THÔN MỚI".
var underHeading = pattern.New(`(?i)^(?:mục|phần|[a-h])?\s*(?:\d{1,2}|[ivx]+)?\s*[.):]\s*`)

// namesSets tells whether words name several sets, or the sets as a whole.
func namesSets(text string) bool {
	folded := vi.Fold(text)
	return strings.Contains(folded, "cac bo tieu chi") || label.NamesSeveral(folded)
}

// ofSet are words that name a set by what it is of; the programme of building the countryside anew names none.
var ofSet = pattern.New(`bo tieu chi|\bxa (?:dat chuan )?(?:nong thon moi|ntm)\b`)

// setIn is the level of the one set that a line names, outside of what it quotes.
func setIn(text string) string {
	if folded := vi.Fold(quoted.ReplaceAllString(text, " ")); ofSet.MatchString(folded) && !namesSets(text) {
		return label.LevelOf(folded)
	}
	return ""
}

// Settle tells of each line of an amendment which clause or article it is, nil where it is none. Each has the level of
// its set: by its own words, its annex, the article or the heading it stands below, or the only one that the paper's
// title names; "" where none of these says it.
func Settle(title string, lines []string) []*Clause {
	levels, only := map[string]string{}, ""
	for _, text := range lines {
		maps.Copy(levels, Annexes(text))
		if a := Article(text); a != nil && a.Annex != "" && a.Level != "" {
			levels[a.Annex] = a.Level
		}
	}
	if named := label.LevelsIn(vi.Fold(title)); len(named) == 1 {
		only = named[0]
	}
	out := make([]*Clause, len(lines))
	within := &Clause{}
	for i, text := range lines {
		c := In(text)
		if c == nil {
			c = Article(text)
		}
		switch {
		case c == nil:
			if level := label.LevelNamed(underHeading.ReplaceAllString(text, "")); level != "" {
				within = &Clause{Level: level}
			} else if BeginsArticle(text) {
				within = &Clause{}
			}
			continue
		case c.IsArticle:
			c.Level = cmp.Or(c.Level, levels[c.Annex], only)
			within = c
		default:
			c.Level = cmp.Or(c.Level, setIn(text), levels[c.Annex])
			if c.Annex == "" && c.Level == "" {
				c.Level, c.Annex = within.Level, within.Annex
			}
			c.Level = cmp.Or(c.Level, only)
		}
		out[i] = c
	}
	return out
}

// refers is a clause that sends to an annex or a table for what it changes.
var refers = pattern.New(`(?i)(?:tại|theo|như|ở|trong)\s+(?:các\s+)?(?:phụ lục|bảng|biểu)\b`)

// IsElsewhere tells whether a clause says nothing of its own but where what it changes stands: at a colon, or "tại Phụ
// lục kèm theo".
func (c *Clause) IsElsewhere(text string) bool {
	return !c.Repeals && !c.RepealsWords && !quoted.MatchString(text) && becomes.FindStringSubmatch(text) == nil &&
		(refers.MatchString(text) || strings.HasSuffix(strings.TrimSpace(c.Text), ":"))
}

// Names tells whether an indicator is one that a clause names, a part of it, or the criterion of it.
func (c *Clause) Names(no string) bool {
	for _, one := range c.Nos {
		if one == no || strings.HasPrefix(no, one+".") || strings.HasPrefix(one, no+".") {
			return true
		}
	}
	return false
}

// LevelOfAnnex is the level of a table of an amendment that has a heading of its own: by that heading, the only set of
// the paper's title, or the number of the annex, which is a guess: it may be that of the paper's own annexes.
func LevelOfAnnex(title, heading, no string, told []*Clause) (level string, isGuess bool) {
	if folded := vi.Fold(heading); !label.NamesSeveral(folded) {
		level = label.LevelOf(folded)
	}
	if named := label.LevelsIn(vi.Fold(title)); level == "" && len(named) == 1 {
		level = named[0]
	}
	if level != "" || no == "" {
		return level, false
	}
	for _, c := range told {
		if c != nil && c.Annex == no && c.Level != "" {
			return c.Level, true
		}
	}
	return "", false
}

var amending = pattern.New(`^(?:ve viec |v/v )?(?:sua doi|dieu chinh|thay the|bai bo|dinh chinh)\b|` +
	`^bo sung (?:mot so|noi dung|quyet dinh|dieu)\b`)

// Amends tells whether a title is of a decision that changes another.
func Amends(title string) bool { return amending.MatchString(vi.Fold(title)) }
