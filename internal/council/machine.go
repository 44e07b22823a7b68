package council

import (
	"fmt"
	"slices"

	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Phase is how far a sitting has come.
type Phase string

// The closed set of phases.
const (
	NotOpened   Phase = "not opened"
	IsOpened    Phase = "opened" // communes are put into its batch
	IsSeated    Phase = "seated" // who sits is written down
	IsIssued    Phase = "issued" // ballots are out, the batch stays as it is
	IsCounted   Phase = "counted"
	IsCancelled Phase = "cancelled"
)

// Act is something done in a sitting.
type Act string

// The closed set of acts. What the chairman concludes of one commune is no act of the
// sitting but a step of that commune's dossier.
const (
	ToOpen     Act = "open"
	ToAdd      Act = "add"    // a commune to the batch
	ToRemove   Act = "remove" // a commune out of it
	ToAttend   Act = "attend" // to write down who sits, also anew
	ToIssue    Act = "issue"  // ballots, or a sheet for a show of hands
	ToCount    Act = "count"  // all at once, and once
	ToConclude Act = "conclude"
	ToCancel   Act = "cancel"
)

// Record is what is written down of a sitting, as far as its next act depends on it.
type Record struct {
	ID, Name  string
	Batch     []string // keys of the communes
	Present   []int    // members, by their place in the list; nil before that is known
	Issued    bool
	Counted   bool
	Cancelled string // why
}

// Refusal is an act that may not be done now.
type Refusal struct{ why, hint, press string }

func (r *Refusal) Error() string { return r.why }

// Hint says what to do.
func (r *Refusal) Hint() string { return r.hint }

// OnPage says what to do on the sitting's page.
func (r *Refusal) OnPage() problem.Page { return problem.Page{Hint: r.press} }

// acts is the way of a sitting: from which phases an act may be done, and what must be
// there. What needs asks is held against every record; what asks asks, only before the
// act is done: records of other offices may lack it.
var acts = map[Act]struct {
	from  []Phase
	needs []need
	asks  []ask
}{
	ToOpen:     {from: []Phase{NotOpened}},
	ToAdd:      {from: []Phase{IsOpened, IsSeated}},
	ToRemove:   {from: []Phase{IsOpened, IsSeated}, needs: []need{inBatch}},
	ToAttend:   {from: []Phase{IsOpened, IsSeated, IsIssued}},
	ToIssue:    {from: []Phase{IsOpened, IsSeated}, needs: []need{communes}, asks: []ask{attendance, quorum}},
	ToCount:    {from: []Phase{IsIssued}, needs: []need{members}, asks: []ask{quorum}},
	ToConclude: {from: []Phase{IsCounted}},
	ToCancel:   {from: []Phase{IsOpened, IsSeated, IsIssued}, needs: []need{cause}},
}

// Phase is how far the sitting has come.
func (r *Record) Phase() Phase {
	switch {
	case r.ID == "":
		return NotOpened
	case r.Counted:
		return IsCounted
	case r.Cancelled != "":
		return IsCancelled
	case r.Issued:
		return IsIssued
	case r.Present != nil:
		return IsSeated
	}
	return IsOpened
}

// Takes tells whether an act may follow what is recorded: nil, or a [Refusal]. of is the
// commune that is removed or the reason of a cancellation.
func (r *Record) Takes(act Act, of string) error {
	a := acts[act]
	if !slices.Contains(a.from, r.Phase()) {
		return r.untimely(act)
	}
	for _, need := range a.needs {
		if lack := need(r, of); lack != nil {
			return lack
		}
	}
	return nil
}

// May tells whether the council may do an act now: nil, or a [Refusal].
func (c *Council) May(act Act, r *Record) error {
	if err := r.Takes(act, ""); err != nil {
		return err
	}
	for _, ask := range acts[act].asks {
		if lack := ask(c, r); lack != nil {
			return lack
		}
	}
	return nil
}

// untimely is why an act may not be done in the record's phase.
func (r *Record) untimely(act Act) *Refusal {
	switch phase := r.Phase(); {
	case phase == NotOpened:
		return &Refusal{"chưa có hội đồng này", "lập hội đồng: ntm council open",
			"lập hội đồng ở trang Kỳ họp"}
	case act == ToOpen:
		return &Refusal{fmt.Sprintf("đã có hội đồng %s: %s", r.ID, r.Name), "chọn tên khác bằng --id",
			"lập lại ở trang Kỳ họp"}
	case phase == IsCancelled:
		return &Refusal{"kỳ họp đã hủy: " + r.Cancelled, "lập hội đồng mới: ntm council open",
			"lập hội đồng mới ở trang Kỳ họp"}
	case phase == IsCounted && act == ToCount:
		return &Refusal{"hội đồng đã kiểm phiếu xong, không đổi được nữa", "xem kết quả: ntm council tally " + r.ID,
			"xem kết quả ở trang của kỳ họp"}
	case phase == IsCounted:
		return &Refusal{"hội đồng đã kiểm phiếu xong, không đổi được nữa", "lập hội đồng mới cho lần biểu quyết sau",
			""}
	case act == ToConclude:
		return &Refusal{"chưa kiểm phiếu", "kiểm phiếu: ntm council tally " + r.ID + " THƯ_MỤC_PHIẾU",
			"phát phiếu, rồi thả phiếu thu về vào mục Đóng bỏ phiếu và kiểm phiếu"}
	case act == ToCount:
		return &Refusal{"chưa phát phiếu", "ghi phiếu: ntm council ballots " + r.ID,
			"bấm Lập phiếu, tải về, rồi ghi nhận đã phát phiếu"}
	case act == ToIssue:
		return &Refusal{"đã phát phiếu cho kỳ họp này",
			"dùng bộ phiếu đã ghi; phiếu bị mất thì hủy kỳ họp (ntm council cancel) rồi lập lại",
			"dùng bộ phiếu đã phát; phiếu bị mất thì bấm Hủy kỳ họp rồi lập hội đồng khác"}
	}
	return &Refusal{"đã phát phiếu, không đổi danh sách xã của đợt được nữa", "xã mới đưa vào đợt sau",
		""}
}

// need and ask tell what an act lacks, nil for nothing.
type (
	need func(r *Record, of string) *Refusal
	ask  func(c *Council, r *Record) *Refusal
)

func inBatch(r *Record, key string) *Refusal {
	if slices.Contains(r.Batch, key) {
		return nil
	}
	return &Refusal{fmt.Sprintf("xã %s không có trong đợt của hội đồng này", key), "xem đợt của xã: ntm show " + key,
		"mở lại trang kỳ họp để xem các xã trong đợt"}
}

func communes(r *Record, _ string) *Refusal {
	if len(r.Batch) > 0 {
		return nil
	}
	return &Refusal{"đợt này chưa có xã nào", "đưa xã vào đợt: ntm council batch " + r.ID + " XÃ",
		"đánh dấu xã ở mục Xã trong đợt rồi bấm Đưa vào đợt"}
}

func members(r *Record, _ string) *Refusal {
	if r.Present != nil {
		return nil
	}
	return &Refusal{"chưa ghi thành viên dự họp", "ghi: ntm council attend " + r.ID,
		"đánh dấu người có mặt ở mục Thành viên dự họp rồi bấm Ghi"}
}

func cause(_ *Record, reason string) *Refusal {
	if reason != "" {
		return nil
	}
	return &Refusal{"còn thiếu lý do hủy", "ghi --reason",
		"ghi vào ô Lý do hủy"}
}

func attendance(_ *Council, r *Record) *Refusal { return members(r, "") }

// quorum: not fewer than the rule asks for certain.
func quorum(c *Council, r *Record) *Refusal {
	q := c.Quorum(len(r.Present))
	if q.Holds == nil || *q.Holds {
		return nil
	}
	return &Refusal{
		fmt.Sprintf("chưa đủ thành viên để họp: có mặt %s, cần %s %%", q.Share(), vi.Number(q.Rule.Value)),
		fmt.Sprintf("thành viên đến thêm thì ghi lại: ntm council attend %[1]s; không đủ thì hủy "+
			"(ntm council cancel %[1]s) rồi họp lại (ntm council open --like %[1]s)", r.ID),
		"thành viên đến thêm thì đánh dấu có mặt rồi ghi lại; không đủ thì bấm Hủy kỳ họp, lập hội đồng như kỳ họp này",
	}
}
