package criteria

import (
	"cmp"
	"fmt"

	"ntm/internal/vi"
)

// Dated is the day as papers write it, "ngày 08/03/2022"; "" for none.
func (d Date) Dated() string {
	if d.IsZero() {
		return ""
	}
	return "ngày " + vi.Date(d.Time)
}

// Cited names the standard with its decision: "Bộ tiêu chí … (318/QĐ-TTg ngày 08/03/2022)".
func (s SetStandard) Cited() string {
	return fmt.Sprintf("%s (%s %s)", s.Name, s.Number, s.Date.Dated())
}

// Paper is the decision and what amended it, with the annex.
func (b *Basis) Paper() string {
	text := vi.Join(", ", b.Decision, b.Annex)
	if b.AmendedBy != "" {
		text += ", sửa đổi bởi " + b.AmendedBy
	}
	return text
}

// Checked is how sure the threshold is, and who checked it when.
func (b *Basis) Checked() string {
	if b.CheckedBy == "" {
		return b.Status.Title()
	}
	on := cmp.Or(dayOf(b.CheckedOn).Dated(), b.CheckedOn)
	return fmt.Sprintf("%s (%s, %s)", b.Status.Title(), b.CheckedBy, on)
}

// OnPaper is how sure the threshold is as a paper says it: who checked it when, else by
// which decision it is to be checked.
func (b *Basis) OnPaper() string {
	switch b.Status {
	case Confirmed:
		return vi.Join(", ", b.Status.Title(), b.CheckedBy, cmp.Or(dayOf(b.CheckedOn).Dated(), b.CheckedOn))
	case Recalled, Doubtful:
		return vi.Join(" với ", b.Status.OnPaper(), b.Paper())
	}
	return b.Status.OnPaper()
}

// Authority says who set a requirement by what, and how sure that is.
func (b *Basis) Authority() string {
	return fmt.Sprintf("%s; %s; %s", b.Paper(), b.Layer.Title(), b.Checked())
}
