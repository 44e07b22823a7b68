package papers

import (
	"fmt"

	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

func (r *report) money() *draw.Sheet {
	s := r.begin("Nguồn lực", "HUY ĐỘNG NGUỒN LỰC", false, 40, 20, 24, 16)
	s.Line(fmt.Sprintf("%d xã có báo cáo nguồn lực. ĐVT: triệu đồng", r.Capital.Communes), look.Remark)
	if unsure := r.Capital.Unsure(); unsure != "" {
		s.Line(unsure, look.Remark)
	}
	head := s.AddHead(look.Heads("Nguồn", "Số xã", "Giá trị", "Tỷ lệ")...)
	first, last := head+1, head+len(r.Capital.Sources)
	sum := fmt.Sprintf("SUM(%s:%s)", draw.Absolute(3, first), draw.Absolute(3, last))
	money := func(v decimal.Decimal, l draw.Look) draw.Cell {
		return look.Number(v, l.ToRight().Shown(look.Grouped(min(2, look.PlacesOf(v)))))
	}
	for _, one := range r.Capital.Sources {
		var now any = ""
		if r.Capital.Total.IsPositive() {
			now = one.Value.Shift(2).DivRound(r.Capital.Total, 2).InexactFloat64()
		}
		s.Add(look.Text(one.Source.Title()), count(one.Communes), money(one.Value, look.Body),
			share(draw.Ref(3, len(s.Rows)+1), sum, now))
	}
	s.Add(draw.Text("Cộng", look.Label), draw.Blank(look.Label),
		money(r.Capital.Total, look.Label).Following("SUM("+draw.Cells(3, first, 3, last)+")"), draw.Blank(look.Label))
	s.Gap(8)
	s.Draw(draw.Chart{
		Bars: draw.Lying, Height: 70 + 26*float64(len(r.Capital.Sources)), Title: "Nguồn lực huy động (triệu đồng)",
		Series: []draw.Series{s.Series(1, 3, head, last, draw.Dark)},
	})
	return s
}

// compared holds the year against the one before.
func (r *report) compared() *draw.Sheet {
	b := r.Before
	s := r.begin("So với năm trước", fmt.Sprintf("SO VỚI NĂM %d", b.Year), false, 40, 15, 15, 15, 15)
	s.Line(fmt.Sprintf("So sánh %d xã có báo cáo cả hai năm; %d xã chỉ có năm %d, %d xã chỉ có năm %d.", b.Both,
		b.OnlyNow, r.Scope.Year, b.OnlyBefore, b.Year), look.Remark)
	was, is := fmt.Sprintf("Năm %d", b.Year), fmt.Sprintf("Năm %d", r.Scope.Year)
	s.Head.Row = s.AddHead(look.Heads("Nội dung", was, is, "Tăng, giảm", "Ghi chú")...)
	row := func(name string, before, now decimal.Decimal, places int32, note string) {
		at := len(s.Rows) + 1
		l := look.Body.Centred().Shown(look.Grouped(places))
		change := fmt.Sprintf("ROUND(%s-%s,%d)", draw.Ref(3, at), draw.Ref(2, at), places)
		s.Add(look.Text(name), look.Number(before, l), look.Number(now, l),
			draw.Computed(change, now.Sub(before).InexactFloat64(), l), look.Text(note))
	}
	for _, l := range b.Levels {
		title := "Xã " + l.Level.Title()
		if l.Communes == 0 {
			s.Add(look.Text(title), look.Text("–"), look.Text("–"), look.Text("–"), look.Text(l.Apart()))
			continue
		}
		row(title+": số xã đủ điều kiện", decimalOf(l.EligibleWas), decimalOf(l.EligibleIs), 0,
			fmt.Sprintf("thêm %d, mất %d", l.Gained, l.Lost))
		mean := func(sum int) decimal.Decimal { return decimalOf(sum).DivRound(decimalOf(max(1, l.Communes)), 2) }
		row(title+": tiêu chí đạt bình quân", mean(l.CriteriaWas), mean(l.CriteriaIs), 2,
			vi.Join("; ", fmt.Sprintf("%d xã", l.Communes), l.Apart()))
	}
	if b.CapitalWas.IsPositive() || b.CapitalIs.IsPositive() {
		places := min(2, max(look.PlacesOf(b.CapitalWas), look.PlacesOf(b.CapitalIs)))
		row("Nguồn lực huy động (triệu đồng)", b.CapitalWas, b.CapitalIs, places,
			fmt.Sprintf("%d xã có số liệu cả hai năm", b.CapitalCommunes))
	}
	return s
}
