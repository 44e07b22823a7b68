package collation

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/decision"
)

// Paper is a decision that was read, as far as it is about one standard.
type Paper struct {
	Decision criteria.Document // its number may be "", its day zero: a person then writes them
	Layer    criteria.Layer
	Annex    *decision.Annex
	Cautions []string // what a person should know before taking anything from it
	// Years are those that it sets thresholds for, where they are fewer than the standard's.
	Years criteria.Years
	// From is the first day on which it holds; Amends tells that it changes another, so
	// that before that day nothing of it does.
	From   criteria.Date
	Amends bool
	// IsMerged tells that its text is that of a decision with its amendments.
	IsMerged bool
	// Lacks are commune groups that its table has no column for.
	Lacks []criteria.Region
	// Foreign says whose decision it is, where it is not of the province that was named.
	Foreign string
}

// Article is where in the decision its thresholds stand.
func (p *Paper) Article() string {
	if p.Annex.No == "" {
		return "Phụ lục"
	}
	return "Phụ lục " + p.Annex.No
}

// Kind is how what a decision says stands to what the program has.
type Kind string

// The kinds, in the order in which a person looks at them.
const (
	Again  Kind = "cần đọc lại"
	Choose Kind = "cần chọn số liệu"
	// Rewritten is asked in another shape: an official says of each that it takes the place of what stands.
	Rewritten Kind = "viết lại"
	Other     Kind = "khác"
	New       Kind = "mới"
	Same      Kind = "đúng như đã có"
	Absent    Kind = "không có trong quyết định"
)

// Kinds lists the kinds in that order.
var Kinds = []Kind{Again, Choose, Rewritten, Other, New, Same, Absent}

// Summary is what was read, in numbers.
type Summary struct {
	Indicators int          // of the decision's annex
	Read       int          // thresholds of it that were read whole
	Unread     int          // thresholds of it that a person must read
	Rows       map[Kind]int // of the workbook
	Again      []string     // each row that a person must read again, with the reason
}

// Summary counts what was read.
func (r *Collation) Summary() *Summary {
	out := &Summary{Rows: map[Kind]int{}}
	for i := range r.Papers {
		a := r.Papers[i].Annex
		read, unread := a.Count()
		out.Read, out.Unread = out.Read+read, out.Unread+unread
		seen := map[string]bool{}
		for _, one := range a.Rows {
			if name := one.No + "|" + one.Name; !seen[name] {
				seen[name] = true
				out.Indicators++
			}
		}
	}
	note := func(kind Kind, name string, why []string) {
		out.Rows[kind]++
		if kind == Again {
			for _, one := range why {
				if slices.ContainsFunc(r.Papers, func(p Paper) bool { return p.Foreign == one }) {
					continue // said once for all
				}
				if text := name + ": " + one; !slices.Contains(out.Again, text) {
					out.Again = append(out.Again, text)
				}
			}
		}
	}
	for _, one := range r.Rows {
		note(one.Said.Kind, "chỉ tiêu "+one.Topic.No, one.Said.Why)
	}
	for _, one := range r.Lines {
		note(one.Kind, "chỉ tiêu mới "+one.No, one.Why)
	}
	return out
}
