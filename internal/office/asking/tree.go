package asking

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"
)

// Node is a judgement as it is read: how it came out, then figure and threshold with everything
// behind them, or the parts.
type Node struct {
	Outcome assess.Outcome
	OnlyIf  string // that a failure decides nothing until somebody has checked by what, "" for nothing
	Facts   []Fact
	Parts   []Node
}

// Fact is one of the things that a judgement stands on.
type Fact struct {
	Within     int // how deep below the facts before it
	Name, Text string
	Status     criteria.Status // of the threshold, where that is what it says
	Outcome    assess.Outcome  // by another column, where that is what it says
}

// Tree is the explanation of a judgement of an assessment.
func Tree(a *assess.Assessment, j *assess.Judgement) Node {
	n := Node{Outcome: j.Outcome}
	if by := j.UncheckedBy(); by != "" {
		n.OnlyIf = fmt.Sprintf("nếu %s dưới đây, chưa đối chiếu, là đúng", by)
	}
	if len(j.Parts) > 0 {
		how := "phải đạt tất cả các phần sau"
		switch need := j.Threshold.Need; {
		case need == 1:
			how = "chỉ cần đạt một trong các phần sau"
		case need < len(j.Parts):
			how = fmt.Sprintf("cần đạt ít nhất %d trong các phần sau", need)
		}
		n.add(0, "Yêu cầu", fmt.Sprintf("%s (%s)", j.Threshold.Text(), how))
		for i := range j.Parts {
			n.Parts = append(n.Parts, Tree(a, &j.Parts[i]))
		}
		return n
	}
	if j.Threshold.Figure != nil { // parts of what does not apply were not judged
		n.figure(a, j)
	}
	n.threshold(j.Threshold)
	for _, other := range j.Columns {
		n.Facts = append(n.Facts, Fact{Name: "Cột khác có thể áp dụng", Outcome: other.Outcome,
			Text: fmt.Sprintf("%s: %s", other.Threshold.Basis.ColumnTitle, other.Threshold.Text())})
	}
	if j.Gap != nil {
		n.add(0, "Khoảng cách", j.Gap.Text())
	}
	return n
}

func (n *Node) add(within int, name, text string) {
	n.Facts = append(n.Facts, Fact{Within: within, Name: name, Text: text})
}

// figure says what was reported, how that is computed, who confirms it and what proves it.
func (n *Node) figure(a *assess.Assessment, j *assess.Judgement) {
	entry, f, year := j.Threshold.Figure, j.Figure, a.Year
	if f == nil {
		n.add(0, "Số liệu", fmt.Sprintf("chưa có - %s (%s)", entry.Name, entry.ID))
	} else {
		year = f.Year
		n.add(0, "Số liệu", fmt.Sprintf("%s, năm %d - %s (%s)", f.String(), f.Year, entry.Name, entry.ID))
	}
	if entry.Numerator != "" {
		n.add(1, "cách tính", fmt.Sprintf("%s / %s × 100", entry.Numerator, entry.Denominator))
	}
	if how := entry.HowIn(year); how != "" {
		n.add(1, "quy định", how)
	}
	n.add(1, "xác nhận", entry.ConfirmedBy)
	if f == nil {
		return
	}
	if f.LeftOut != nil && f.LeftOut.Applied {
		n.add(1, "quy tắc trừ", f.LeftOut.Rule()+" - "+f.LeftOut.Basis.Authority())
		n.add(2, "nguồn", f.LeftOut.Basis.Source)
	}
	if f.Note != "" {
		n.add(1, "ghi chú", f.Note)
	}
	n.add(1, "minh chứng", strings.ToLower(j.Evidence.Word()))
	for _, e := range a.Report.Evidence {
		for _, id := range f.Sources {
			if e.ID == id {
				n.add(2, "", vi.Join(", ", e.Number, e.Date.Dated(), e.Issuer, e.Title, e.File))
			}
		}
	}
}

// threshold says what is asked, by which paper, and who has checked it.
func (n *Node) threshold(t assess.Threshold) {
	b := t.Basis
	n.add(0, "Ngưỡng", t.Text())
	if t.Value() != nil && t.Requirement.Text != "" && t.Requirement.Text != t.Text() {
		n.add(1, "tính từ", t.Requirement.Text)
	}
	n.add(1, "văn bản", b.Paper())
	n.add(1, "cột, năm", fmt.Sprintf("%s, %d", b.ColumnTitle, b.Year))
	n.add(1, "cấp quy định", b.Layer.Title())
	if b.LaxerBy != "" {
		n.add(1, "cho phép thấp hơn", b.LaxerBy)
	}
	if r := t.Replaces(); r != nil {
		n.add(1, "thay cho", r.Text+" ("+vi.Join(", ", r.Basis.Decision, r.Basis.Layer.Title(),
			r.Basis.Status.Title())+")")
	}
	n.Facts = append(n.Facts, Fact{Within: 1, Name: "tình trạng", Text: b.Checked(), Status: b.Status})
	n.add(1, "nguồn", b.Source)
}
