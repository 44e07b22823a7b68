package decision

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

func joined(lines []line) string {
	var out []string
	for _, l := range lines {
		if folded := vi.Fold(l.Text); !strings.Contains(folded, "kem theo") {
			out = append(out, folded)
		}
	}
	return strings.Join(out, " ")
}

// annexLead is what announces an annex, before its title in the same line: "PHỤ LỤC I. BỘ
// TIÊU CHÍ…", "Phụ lục: …".
var annexLead = pattern.New(`(?i)^\s*phụ lục(?:\s+số)?(?:[ :.]*\b(?:[ivx]+|\d+)\b)?[\s:.–-]*`)

// annexTitle is the lines below "PHỤ LỤC I", until what only says what it comes with.
func annexTitle(lines []line, isAnnounced bool) string {
	var out []string
	if !isAnnounced { // the lines above its own title are the decision's, which name other sets
		for i := len(lines) - 1; i > 0; i-- {
			if folded := vi.Fold(lines[i].Text); setTitle.MatchString(folded) && label.LevelOf(folded) != "" ||
				label.LevelAlone(lines[i].Text) != "" {
				lines = lines[i:]
				break
			}
		}
	}
	for i, l := range lines {
		folded := vi.Fold(l.Text)
		switch {
		case i == 0 && isAnnounced:
			if rest := annexLead.ReplaceAllString(l.Text, ""); rest != "" {
				out = append(out, rest)
			}
			continue
		case statedCriterion.MatchString(l.Text):
			continue
		case strings.Contains(folded, "kem theo"), unitWords.MatchString(l.Text),
			groupHeading.MatchString(l.Text) && !strings.Contains(folded, "tieu chi") && label.LevelAlone(l.Text) == "":
			continue
		case !isAnnounced && (label.LevelOf(folded) == "" && !isSetTitle(l) || strings.HasPrefix(folded, "can cu")):
			continue
		}
		if out = append(out, l.Text); len(out) == 3 {
			break
		}
	}
	return strings.Join(out, " ")
}

// describe names an annex's level and what it is for, by its title or the decision's.
func (f *finder) describe(a *Annex) {
	words := vi.Fold(a.Title)
	switch {
	case label.LevelOf(words) != "" || label.NamesSeveral(vi.Fold(f.Title)):
	case !a.isLeveled && !a.isOfClause && a.Title != "" && slices.ContainsFunc(f.Annexes, func(o *Annex) bool {
		return o != a && label.LevelOf(vi.Fold(o.Title)) != ""
	}):
		f.doubt(fmt.Sprintf("bảng %d (%s) không nêu mức, bảng khác của tệp có nêu: không đọc bảng này; cần thì chép "+
			"bảng ấy ra một tệp riêng, đọc với --standard", a.first(), a.Title))
	default:
		words = vi.Fold(a.Title + " " + f.Title)
	}
	if !a.isLeveled && (!a.isOfClause || a.Level == "") {
		a.Level = label.LevelOf(words)
	}
	a.Of = label.ForWhat(vi.Fold(a.Title), words)
	if a.Level == "" {
		a.doubt(a.first(), 0, "không rõ bảng này thuộc bộ tiêu chí nào (nông thôn mới, nâng cao, kiểu mẫu, hiện đại)")
	}
}

// where names an annex by its first table.
func (a *Annex) where() string {
	if len(a.Tables) == 0 {
		return "lời văn"
	}
	return fmt.Sprintf("bảng %d", a.first())
}

// first is the number of the annex's first table, 0 where it has none.
func (a *Annex) first() int {
	if len(a.Tables) == 0 {
		return 0
	}
	return a.Tables[0]
}

// checkLevels marks annexes that are for one and the same level.
func (f *finder) checkLevels() {
	for i, a := range f.Annexes {
		for _, b := range f.Annexes[:i] {
			if a.Level != "" && a.Level == b.Level && a.Of == b.Of {
				const both = "%s và %s cùng cho một mức: không rõ bảng nào có hiệu lực"
				a.doubt(a.first(), 0, both, b.where(), a.where())
				b.doubt(b.first(), 0, both, b.where(), a.where())
			}
		}
	}
}
