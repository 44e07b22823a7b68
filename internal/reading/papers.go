package reading

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/decision"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Named is what a person said of a decision on the command line.
type Named struct {
	Decision criteria.Document // its number "", its day zero where nothing was said
	Province string            // "" for none
}

// Papers are the decisions as far as they are about a standard, in the order given: a
// later one is laid over an earlier. The error is a problem.Problem.
func Papers(std *criteria.Standard, all []*decision.Decision, named Named) ([]collation.Paper, error) {
	var out []collation.Paper
	var without []*decision.Decision
	var first error
	for _, d := range all {
		a, err := annexOf(d, std)
		if err != nil {
			without = append(without, d)
			if first == nil {
				first = err
			}
			continue
		}
		out = append(out, paper(d, a, std, named))
	}
	if len(annexes(all)) == 0 {
		return nil, noTable(all[0].File)
	}
	if len(out) == 0 {
		return nil, first
	}
	for _, d := range without {
		if err := lendHead(d, out); err != nil {
			return nil, err
		}
	}
	for i := range out {
		p := &out[i]
		for _, other := range out[:i] {
			if other.Decision.Number == p.Decision.Number {
				return nil, problem.Problem{File: all[i].File,
					Message: fmt.Sprintf("hai tệp cùng có bảng của mức này trong quyết định %q", p.Decision.Number),
					Hint:    "chỉ đưa vào một tệp cho mỗi quyết định"}
			}
		}
		p.Layer = layerOf(p.Decision.Number, issuerOf(all, p), named.Province)
		for _, under := range out[:i] {
			if on := p.Decision.Date; under.Layer == p.Layer && !on.IsZero() && on.Before(under.Decision.Date.Time) {
				p.Cautions = append(p.Cautions,
					fmt.Sprintf("đặt chồng lên %s, ban hành sau quyết định này; nếu không phải "+
						"vậy thì đổi thứ tự các tệp trong lệnh", under.Decision.Number))
			}
		}
	}
	return out, nil
}

// annexOf is the annex of the standard's level; where a file names no level, its only
// annex is, for a person said which standard it is of.
func annexOf(d *decision.Decision, std *criteria.Standard) (*decision.Annex, error) {
	a, err := d.Annex(string(std.Level))
	if err == nil {
		return a, nil
	}
	if len(d.Annexes) == 1 && d.Annexes[0].Level == "" && d.Annexes[0].Of == "xã" {
		return d.Annexes[0], nil
	}
	return nil, err
}

// paper is a decision with what a person should know of it.
func paper(d *decision.Decision, a *decision.Annex, std *criteria.Standard, named Named) collation.Paper {
	out := collation.Paper{Annex: a, Decision: criteria.Document{Number: d.Number, Date: criteria.DayOf(d.Date)}}
	say := func(format string, args ...any) { out.Cautions = append(out.Cautions, fmt.Sprintf(format, args...)) }
	out.Amends, out.IsMerged, out.Years = d.Amends, d.IsMerged, yearsOf(d, a, std)
	if years, ok := periodOf(d, a); ok && !isOf(d, a, std) {
		out.Foreign = fmt.Sprintf("quyết định này cho giai đoạn %d-%d, bộ tiêu chí %s của giai đoạn %d-%d", years.From,
			years.To, std.ID, std.Years.From, std.Years.To)
	}
	if d.IsDraft {
		say("tệp này ghi là DỰ THẢO, không phải quyết định đã ban hành")
	}
	if n := named.Decision.Number; n != "" {
		if d.Number != "" && vi.Fold(d.Number) != vi.Fold(n) {
			say("tệp ghi số %s, khác với số %s đã nêu ở --decision", d.Number, n)
		}
		out.Decision.Number = n
	}
	if on := named.Decision.Date; !on.IsZero() {
		if !d.Date.IsZero() && !d.Date.Equal(on.Time) {
			say("tệp ghi ngày %s, khác với ngày %s đã nêu ở --date", vi.Date(d.Date), vi.Date(on.Time))
		}
		out.Decision.Date = on
	}
	if out.From = out.Decision.Date; !d.InForce.IsZero() {
		out.From = criteria.DayOf(d.InForce)
	}
	if lacks := lacking(a, std); len(lacks) > 0 {
		out.Lacks = list.Map(lacks, func(g *criteria.Group) criteria.Region { return criteria.Region(g.ID) })
		say("bảng không có cột cho %s: mức bằng số của các xã này để trống, chỉ tiêu xét Đạt thì như các nhóm "+
			"khác; xin "+
			"hỏi cơ quan ban hành nếu tỉnh có xã như vậy", vi.List(", ", lacks, func(g *criteria.Group) string {
			name, _, _ := strings.Cut(g.Name, ",") // without what explains it
			return name
		}))
	}
	out.Cautions = append(out.Cautions, besides(d, a)...)
	for _, doubt := range slices.Concat(d.Doubts, a.Doubts) {
		say("%s", doubt)
	}
	out.Cautions = append(out.Cautions, d.Said...)
	return out
}

// lendHead takes the number and the day of a file without a table of the level for one
// that has the table alone.
func lendHead(d *decision.Decision, to []collation.Paper) error {
	for i := range to {
		if p := &to[i]; p.Decision.Number == "" && d.Number != "" {
			p.Decision = criteria.Document{Number: d.Number, Date: criteria.DayOf(d.Date)}
			return nil
		}
	}
	return problem.Problem{File: d.File, Message: "tệp này không có bảng tiêu chí của mức cần đọc",
		Hint: "bỏ tệp này ra khỏi lệnh"}
}

func issuerOf(all []*decision.Decision, p *collation.Paper) string {
	for _, d := range all {
		if d.Issuer != "" && (slices.Contains(d.Annexes, p.Annex) || d.Number == p.Decision.Number) {
			return d.Issuer
		}
	}
	return ""
}

// By the folded words, in which hyphens are spaces.
var (
	byNation   = pattern.New(` ttg$|^thu tuong|/nq cp$`)
	byProvince = pattern.New(` (ubnd|hdnd)$|^(uy ban nhan dan|ubnd|hoi dong nhan dan)`)
	byMinistry = pattern.New(`/(qd|tt) b|^bo `)
)

// layerOf is who decided, by the number and the issuer; the office itself where neither
// says.
func layerOf(number, issuer, province string) criteria.Layer {
	for _, text := range []string{number, issuer} {
		folded := vi.Fold(text)
		switch {
		case byNation.MatchString(folded):
			return criteria.Nation
		case byProvince.MatchString(folded):
			return criteria.Province
		case byMinistry.MatchString(folded):
			return criteria.Ministry
		}
	}
	if province != "" {
		return criteria.Province
	}
	return criteria.Office
}

var provinceWords = pattern.New(`(?i)(?:tỉnh|thành phố|tp\.?)\s+(\S.*)$`)

// ProvinceOf is the province whose decision the first is, as its head prints it; "" where
// it is none's.
func ProvinceOf(all []*decision.Decision) string {
	for _, d := range all {
		if layerOf(d.Number, d.Issuer, "") != criteria.Province {
			continue
		}
		if m := provinceWords.FindStringSubmatch(strings.TrimSpace(d.Issuer)); m != nil {
			return strings.TrimSpace(m[1])
		}
		if name := provinceInHead(d); name != "" {
			return name
		}
	}
	return ""
}

// Foreign marks the papers of another province than the one named, each by its own
// decision among those that were read.
func Foreign(papers []collation.Paper, all []*decision.Decision, named string) {
	for i := range papers {
		own := list.Where(all, func(d *decision.Decision) bool {
			return slices.Contains(d.Annexes, papers[i].Annex) || d.Number != "" &&
				d.Number == papers[i].Decision.Number
		})
		of := ProvinceOf(own)
		if of != "" && vi.Fold(of) != vi.Fold(named) && papers[i].Layer == criteria.Province {
			papers[i].Foreign = vi.Join("; ", papers[i].Foreign,
				fmt.Sprintf("quyết định này của tỉnh %s, không phải của %s", title(of), named))
		}
	}
}

// title is a name printed in capitals as it is usually written.
func title(name string) string {
	return vi.List(" ", strings.Fields(strings.ToLower(name)), vi.Capital)
}
