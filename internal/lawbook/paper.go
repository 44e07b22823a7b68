package lawbook

import (
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/xlsx/draw"
)

// Paper is a decision that was read, as far as it is about one standard.
type Paper struct {
	Decision criteria.Document // its number may be "", its day zero: a person then writes them
	Layer    criteria.Layer
	Annex    *decision.Annex
	Cautions []string // what a person should know before taking anything from it
	// Foreign says whose decision it is, where it is not of the province that was named.
	Foreign string
}

// article is where in the decision its thresholds stand.
func (p *Paper) article() string {
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
	Other  Kind = "khác"
	New    Kind = "mới"
	Same   Kind = "đúng như đã có"
	Absent Kind = "không có trong quyết định"
)

// Kinds lists the kinds in that order.
var Kinds = []Kind{Again, Choose, Other, New, Same, Absent}

// Summary is what was read, in numbers.
type Summary struct {
	Indicators int          // of the decision's annex
	Read       int          // thresholds of it that were read whole
	Unread     int          // thresholds of it that a person must read
	Rows       map[Kind]int // of the workbook
	Again      []string     // each row that a person must read again, with the reason
}

// ExportRead writes the workbook of a standard with what decisions say of it, a later
// one over an earlier. Nothing in it is confirmed: that is for a person. The same
// papers, packs and time give the same bytes.
func ExportRead(w io.Writer, lib *criteria.Library, std *criteria.Standard, scope Scope, papers []Paper,
	at time.Time) (*Summary, error) {
	l := newLaw(lib, std, scope.Province)
	e := exporter{law: l, scope: scope, at: at, read: newReading(l, scope.Columns, papers)}
	about := draw.About{Title: "Đối chiếu ngưỡng: " + std.Name, Author: "ntm", At: at}
	if err := draw.Write(w, about, e.sheets()); err != nil {
		return nil, err
	}
	return e.read.summary(), nil
}

// summary counts what was read.
func (r *reading) summary() *Summary {
	out := &Summary{Rows: map[Kind]int{}}
	for i := range r.papers {
		a := r.papers[i].Annex
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
				if slices.ContainsFunc(r.papers, func(p Paper) bool { return p.Foreign == one }) {
					continue // said once for all
				}
				if text := name + ": " + one; !slices.Contains(out.Again, text) {
					out.Again = append(out.Again, text)
				}
			}
		}
	}
	for _, one := range r.rows {
		note(one.said.kind, "chỉ tiêu "+one.topic.no, one.said.why)
	}
	for _, one := range r.lines {
		note(one.kind, "chỉ tiêu mới "+one.no, one.why)
	}
	return out
}

// cautions are what a person should know before the table.
func (e *exporter) cautions() []string {
	if e.read == nil {
		return nil
	}
	var out []string
	for _, p := range e.read.papers {
		if p.Foreign != "" {
			out = append(out, "CHÚ Ý: "+p.Foreign)
		}
		for _, c := range p.Cautions {
			out = append(out, "Chú ý: "+c)
		}
	}
	const most = 6
	if len(out) > most {
		out = append(out[:most], fmt.Sprintf("… và %d điều nữa, xem trên màn hình khi đọc quyết định", len(out)-most))
	}
	return out
}

// headText is what stands in an entry that every row shares.
func (e *exporter) headText(id string) string {
	if e.read == nil {
		return ""
	}
	p := &e.read.papers[0]
	switch id {
	case idDecision:
		return p.Decision.Number
	case idDate:
		return dayText(p.Decision.Date)
	case idArticle:
		return p.article()
	}
	return ""
}

func dayText(d criteria.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Format("2/1/2006")
}
