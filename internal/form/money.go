package form

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

func (r *reader) capital() {
	for _, row := range r.rows(&layout.CapitalTable) {
		line := commune.Capital{
			Pos:    row.cell("ntm:source").at,
			Source: commune.Source(r.choose(row.cell("ntm:source"), layout.Sources())),
			Kind:   commune.Kind(r.choose(row.cell("ntm:kind"), layout.CapitalKinds())),
			Unit:   row.text("ntm:quantity_unit"), UnitPrice: r.number(row.cell("ntm:unit_price"), typed.Money),
			Share: r.number(row.cell("ntm:stated_share"), typed.Meaning{Unit: string(criteria.Percent)}),
			Years: commune.Span{From: r.year(row.cell("ntm:from")), To: r.year(row.cell("ntm:to"))},
			Note:  row.text("ntm:remark"),
		}
		line.Quantity = r.quantity(row, &line)
		if g := r.uncut(row.cell("ntm:worth"), line.Money(), leastWorth); g != nil {
			line.Value = new(commune.AmountGiven(*g))
			line.Stated(*g)
		}
		if saysNothing(&line) {
			continue
		}
		r.need(row, "ntm:source")
		if line.Quantity != nil {
			r.need(row, "ntm:quantity_unit")
		}
		r.report.Capital = append(r.report.Capital, line)
	}
}

// saysNothing tells a source that gave nothing that was counted, and of which no more is told: in a
// form its row is not filled in.
func saysNothing(l *commune.Capital) bool {
	return l.Quantity == nil && l.UnitPrice == nil && l.Value == nil && l.Share == nil && l.Note == ""
}

// What a line of capital or a work is worth at least, in triệu đồng, and land in m2 or
// labour in days: less with decimals is likelier a number that lost its thousands.
const leastWorth, leastQuantity = 10, 100

// quantity reads what land and labour are counted in, or how much of something else. A
// cell may say its own unit, where the line says none.
func (r *reader) quantity(row record, line *commune.Capital) *commune.Amount {
	c, m := row.cell("ntm:quantity"), line.Counted("")
	least := int64(0)
	switch unit := vi.Fold(line.Unit); {
	case unit == "m2", unit == "m²", unit == vi.Fold(layout.LabourUnit):
		least = leastQuantity
		if m.Unit = line.Unit; unit == "m²" {
			m.Unit = layout.LandUnit
		}
		if c.Kind == read.Number || !hasLetter(c.Text) {
			m.Unit = "" // a bare number as before
		}
	case unit == "" && c.Kind == read.Text && hasLetter(c.Text):
		for _, own := range []string{layout.LandUnit, layout.LabourUnit} {
			if _, err := typed.Read(c.Text, line.Counted(own)); err == nil {
				m.Unit, line.Unit = own, own
			}
		}
	case c.Kind == read.Text && hasLetter(c.Text):
		m.Unit = line.Unit
	}
	return amountGiven(r.uncut(c, m, least))
}

// exact reads an exact amount that is asked about when it is below the least.
func (r *reader) exact(c given, m typed.Meaning, least int64) *decimal.Decimal {
	if r.number(c, m) == nil {
		return nil
	}
	g := r.uncut(c, m, least)
	if g == nil {
		return nil
	}
	return &g.Value
}

// uncut reads an amount that is asked about when it is below the least.
func (r *reader) uncut(c given, m typed.Meaning, least int64) *typed.Given {
	g := r.read(c, m, func(typed.Given) bool { return true })
	if g == nil || c.Kind != read.Number || c.Formula || g.Value.IsInteger() ||
		g.Value.GreaterThanOrEqual(decimal.NewFromInt(least)) {
		return g
	}
	if err := askCut(g.Value, m, func(decimal.Decimal) bool { return true }); err != nil {
		r.misread(c, err)
		return nil
	}
	return g
}

func (r *reader) arrears() {
	answer := r.answers(&layout.ArrearsAnswers)["arrears"]
	owes, told := r.owes(answer)
	list := []commune.Arrear{}
	for _, row := range r.rows(&layout.ArrearsTable) {
		if row.allBlank("ntm:owed", "ntm:total", "ntm:completed", "ntm:paid") && (owes == nil || !*owes) {
			continue // a work of last year of which nothing is said
		}
		r.need(row, "ntm:work", "ntm:owed")
		a := commune.Arrear{
			Pos: row.cell("ntm:work").at, Work: row.text("ntm:work"),
			Decision:  row.text("ntm:decision"),
			Total:     r.exact(row.cell("ntm:total"), typed.Money, leastWorth),
			Completed: r.exact(row.cell("ntm:completed"), typed.Money, leastWorth),
			Paid:      r.number(row.cell("ntm:paid"), typed.Money), Owed: r.owed(row.cell("ntm:owed")),
			Plan: row.text("ntm:plan"),
		}
		if a.Owed != nil {
			list = append(list, a)
		}
	}
	if len(list) == 0 && told != nil {
		list = append(list, commune.Arrear{Pos: answer.at, Work: "Chưa kê từng công trình", Owed: told})
	}
	owing := slices.ContainsFunc(list, func(a commune.Arrear) bool { return a.Owed.IsPositive() })
	switch {
	case owes != nil && !*owes && owing:
		r.fail(answer, "chọn Có, hoặc ghi 0 ở cột Còn nợ", "trả lời là không nợ, nhưng bảng dưới có công trình còn nợ")
	case owes != nil && *owes && len(list) == 0 && len(r.problems) == 0:
		r.fail(answer, "ghi từng công trình vào bảng dưới", "trả lời là còn nợ, nhưng bảng dưới chưa ghi công "+
			"trình nào")
	case owes != nil || len(list) > 0:
		r.report.Arrears = list
	}
}

// owes reads whether something is owed, and how much where the answer tells it: "không có nợ đọng
// XDCB", "còn nợ 350 triệu".
func (r *reader) owes(c given) (owes *bool, told *commune.Amount) {
	if c.Kind == read.Text && !c.blank() {
		g, err := typed.Read(c.Text, typed.Debt)
		if _, wrong := typed.Has(c.Text); wrong != nil && err == nil && commune.IsDebt(g) && r.single(c) {
			if g.Value.IsZero() && g.Bound == "" {
				return new(false), nil
			}
			return new(true), new(commune.AmountGiven(g))
		}
	}
	return r.has(c), nil
}
