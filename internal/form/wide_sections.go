package form

import (
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/pattern"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// poll is the poll of the whole commune, which two columns tell of.
func (r *wideReader) poll(c given) *commune.Poll {
	if r.report.Satisfaction == nil {
		r.report.Satisfaction = &commune.Satisfaction{Pos: c.at, Whole: &commune.Poll{Pos: c.at}}
	}
	return r.report.Satisfaction.Whole
}

// askedAndSatisfied parts a cell that tells how many households were asked, and then how many
// were satisfied: "1.648/1.902 hộ được lấy ý kiến (86,65%), hài lòng 98,9%".
var askedAndSatisfied = pattern.New(`(?i)^(.*lấy ý kiến.*?)[,;]\s+((?:tỷ lệ |tỉ lệ |số )?(?:\pL+ )?hài lòng.*)$`)

// satisfied reads the share of the satisfied, or their count and that of all who answered.
func (r *wideReader) satisfied(c given) {
	if both := askedAndSatisfied.FindStringSubmatch(vi.NFC(c.Text)); both != nil && c.Kind == read.Text {
		asked := c
		asked.Text, c.Text = both[1], both[2]
		r.covered(asked)
	}
	switch m := r.ofPoll(c, commune.SatisfactionFigure).(type) {
	case commune.Rate:
		r.answered(c, m.Denominator)
		r.poll(c).Satisfied = &m.Numerator
	case commune.Number, commune.Amount:
		a, _ := commune.AmountOf(m)
		r.poll(c).Rate = &a
	}
}

// covered reads how many households answered, of all, or the share of these.
func (r *wideReader) covered(c given) {
	switch m := r.ofPoll(c, commune.CoverageFigure).(type) {
	case commune.Rate:
		r.answered(c, m.Numerator)
		r.poll(c).Households = &m.Denominator
	case commune.Number, commune.Amount:
		a, _ := commune.AmountOf(m)
		r.poll(c).Asked = &a
	}
}

// ofPoll reads a figure of the poll, nil where there is none to read.
func (r *wideReader) ofPoll(c given, id string) commune.Measure {
	entry := r.lib.Figures[id]
	if c.blank() || entry == nil {
		return nil
	}
	f, ok := r.figure(c, entry)
	if !ok || r.asksShare(c, f, entry) {
		return nil
	}
	return f.Measure
}

// answered keeps how many forms came back, which both columns may tell.
func (r *wideReader) answered(c given, forms decimal.Decimal) {
	p := r.poll(c)
	if before := p.FormsBack; before != nil && !before.Equal(forms) {
		r.fail(c, "ghi cùng một số phiếu thu về ở hai cột", "số phiếu thu về ở đây là %s, ở cột kia là %s",
			vi.Number(forms), vi.Number(*before))
		return
	}
	p.FormsBack = &forms
}

// noAnswers leaves a poll out of which only the number of households is told.
func (r *wideReader) noAnswers() {
	s := r.report.Satisfaction
	if s == nil || s.Measure() != nil || len(r.problems) > 0 {
		return
	}
	r.notes.Add(s.Pos.Problem("có số hộ được lấy ý kiến nhưng chưa có tỷ lệ hài lòng, nên ô này không dùng đến",
		"ghi tỷ lệ hài lòng của xã"))
	r.report.Satisfaction = nil
}

// A title as a cell tells of it: a year, a decision with its day, or both.
var (
	titleYear     = pattern.New(`^(?:[nN]ăm )?(20\d\d|19\d\d)(?:$|[ ,(])`)
	titleDecision = pattern.New(`(\d+/(?:\d{4}/)?Q[ĐD][^ ,;)]*)`)
	titleDay      = pattern.New(`(\d{1,2}[/-]\d{1,2}[/-]\d{4})`)
)

// title reads the year in which a level was recognised; "không" is not at all.
func (r *wideReader) title(c given, level criteria.Level) {
	if !r.holds(c) {
		return
	}
	text := r.text(c)
	if has, err := typed.Has(text); err == nil && c.Kind == read.Text && strings.Trim(text, "0123456789") != "" {
		if has {
			r.fail(c, "ghi năm được công nhận, ví dụ 2021", "đọc thấy %q, không rõ được công nhận năm nào", text)
		} else if r.report.Recognitions == nil {
			r.report.Recognitions = []commune.Recognition{}
		}
		return
	}
	out := commune.Recognition{Pos: c.at, Level: level}
	if m := titleYear.FindStringSubmatch(text); m != nil {
		out.Year, _ = strconv.Atoi(m[1]) // digits, as matched
	}
	if m := titleDecision.FindStringSubmatch(text); m != nil {
		out.Decision = m[1]
	}
	if m := titleDay.FindStringSubmatch(text); m != nil {
		out.Date = r.day(given{Cell: read.Cell{Kind: read.Text, Text: m[1]}, at: c.at})
		if out.Year == 0 && !out.Date.IsZero() {
			out.Year = out.Date.Year()
		}
	}
	if out.Year == 0 {
		r.fail(c, "ghi năm, hoặc năm kèm quyết định: 2021 (số 12/QĐ-UBND ngày 15/11/2021); chưa được công nhận thì "+
			"ghi: không", "đọc thấy %q, không rõ được công nhận năm nào", text)
		return
	}
	r.report.Recognitions = append(r.report.Recognitions, out)
}
