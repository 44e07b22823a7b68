package council

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Held is a count held against a rule. Holds is nil where the rule is not known
// for sure.
type Held struct {
	Part  int   `json:"part"`
	Whole int   `json:"whole"`
	Rule  Rule  `json:"rule"`
	Holds *bool `json:"holds"`
}

// hold compares without dividing: exactly 90 % is 90 %.
func hold(part, whole int, rule Rule) Held {
	h := Held{Part: part, Whole: whole, Rule: rule}
	if rule.Sure() {
		reached := h.reached()
		h.Holds = &reached
	}
	return h
}

func (h *Held) reached() bool {
	return h.Whole > 0 && decimal.NewFromInt(int64(h.Part)*100).GreaterThanOrEqual(
		h.Rule.Value.Mul(decimal.NewFromInt(int64(h.Whole))))
}

// Share is the counts and their quotient in per cent to two decimals: "9/11 =
// 81,82 %".
func (h *Held) Share() string {
	text := fmt.Sprintf("%d/%d", h.Part, h.Whole)
	if h.Whole > 0 {
		percent := decimal.NewFromInt(int64(h.Part)*100).DivRound(decimal.NewFromInt(int64(h.Whole)), 2)
		text += " = " + vi.Number(criteria.Trimmed(percent)) + " %"
	}
	return text
}

// Decision is what follows from a commune's count. Carried is nil where it cannot
// be said: the chairman concludes.
type Decision struct {
	Quorum   Held  `json:"quorum"`   // members present, of all
	Proposal Held  `json:"proposal"` // votes for, of the members present
	Carried  *bool `json:"carried"`
}

// Quorum holds the number of members present against the council's rule.
func (c *Council) Quorum(present int) Held { return hold(present, len(c.Members), c.Rules.Quorum) }

// Decide holds a count against the council's rules.
func Decide(c *Council, present int, r *Result) Decision {
	d := Decision{Quorum: c.Quorum(present), Proposal: hold(r.For, present, c.Rules.Proposal)}
	no, yes := false, true
	switch q, p := d.Quorum.Holds, d.Proposal.Holds; {
	case q != nil && !*q, p != nil && !*p, r.For == 0: // nobody agreed, whatever the rule
		d.Carried = &no
	case q != nil && p != nil:
		d.Carried = &yes
	}
	return d
}

// Words is the conclusion as the minutes say it.
func (d *Decision) Words() string {
	switch {
	case d.Quorum.Holds != nil && !*d.Quorum.Holds:
		return fmt.Sprintf("Chưa đủ thành viên để họp: có mặt %s, cần %s %%", d.Quorum.Share(),
			vi.Number(d.Quorum.Rule.Value))
	case d.Proposal.Holds != nil && !*d.Proposal.Holds:
		return fmt.Sprintf("Chưa đạt tỷ lệ để đề nghị công nhận: %s, cần %s %%", d.Proposal.Share(),
			vi.Number(d.Proposal.Rule.Value))
	case d.Proposal.Part == 0:
		return "Không có thành viên nào đồng ý"
	case d.Carried != nil:
		return fmt.Sprintf("Đạt tỷ lệ để đề nghị công nhận: %s", d.Proposal.Share())
	}
	return fmt.Sprintf("Đồng ý %s số thành viên có mặt; %s: chủ tịch hội đồng kết luận", d.Proposal.Share(), d.doubt())
}

// doubt says which rule is not sure.
func (d *Decision) doubt() string {
	h, what := &d.Proposal, "tỷ lệ cần đạt"
	if d.Proposal.Holds != nil {
		h, what = &d.Quorum, "tỷ lệ thành viên có mặt"
	}
	if !h.Rule.Value.IsPositive() {
		return "chưa biết " + what
	}
	reached := "chưa đạt"
	if h.reached() {
		reached = "đạt"
	}
	return fmt.Sprintf("%s %s mức %s %%, nhưng mức này %s", reached, what, vi.Number(h.Rule.Value),
		h.Rule.Status.OnPaper())
}
