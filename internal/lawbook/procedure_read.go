package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// procedureSchema is what a pack of a procedure begins with.
const procedureSchema = "ntm.procedure.v1"

// filledProcedure is what an office wrote on the sheet Thủ tục công nhận.
type filledProcedure struct {
	check   checked
	rows    map[string]line
	numbers map[string]decimal.Decimal // in per cent
	head    string                     // the cell of the decision's number
}

// procedure reads the sheet Thủ tục công nhận, nil where nothing is written on it. Other
// workbooks do not have it.
func (r *reader) procedure(book *read.Book, named Naming) *filledProcedure {
	if !slices.ContainsFunc(book.Sheets,
		func(s *read.Sheet) bool { return is(s.Name, procedureSheet) }) {
		return nil
	}
	g, ok := openGrid(book, procedureSheet, named, r.problems)
	if !ok {
		return nil
	}
	row, at, ok := g.table(idProcedure, idProcedure, idValue, idArticle, idProWords)
	if !ok {
		return nil
	}
	out := &filledProcedure{rows: map[string]line{}, numbers: map[string]decimal.Decimal{}}
	any := false
	for i := row + 2; i < g.end(); i++ {
		l := line{g, i, at}
		if id := l.text(idProcedure); id != "" {
			out.rows[id] = l
			written := l.written(idValue, idArticle, idProWords)
			l.refuse(written)
			any = any || len(written) > 0
		}
	}
	if !any {
		return nil
	}
	out.check = r.procedureBasis(g)
	if l, ok := g.headLine(procedureHead); ok {
		out.head = l.cell(idDecision)
	}
	r.checkProcedure(out)
	return out
}

// procedureBasis reads the decision on the procedure, and who held the sheet against it.
func (r *reader) procedureBasis(g *grid) checked {
	l, isWhole := g.headLine(procedureHead)
	if !isWhole {
		return checked{}
	}
	c := checked{decision: criteria.Document{Number: l.text(idDecision), Date: r.day(l, idDate)}, by: l.text(idBy),
		on: r.day(l, idOn)}
	c.checkedAs(&r.head)
	need := func(absent bool, id, what string) {
		if absent && l.text(id) == "" {
			l.fail(id, "ghi vào ô này", "tờ này đã ghi nhưng thiếu %s", what)
		}
	}
	need(c.decision.Number == "", idDecision, "số quyết định về thủ tục")
	need(c.decision.Date.IsZero(), idDate, "ngày của quyết định")
	need(c.by == "", idBy, "người đối chiếu")
	need(c.on.IsZero(), idOn, "ngày đối chiếu")
	return c
}

// checkProcedure notes what is missing or cannot be read.
func (r *reader) checkProcedure(p *filledProcedure) {
	for _, one := range procedureRows {
		l, ok := p.rows[one.id]
		if !ok {
			continue
		}
		text := l.text(idValue)
		switch one.id {
		case askArrears, askSecurity:
			if !is(text, notSet) && !is(text, "Có") {
				l.fail(idValue, "chọn trong danh sách của ô", "đọc thấy %q, ở đây cần Có hoặc %s", text, notSet)
			}
		case askSatisfaction, askCoverage:
			if !is(text, notSet) {
				p.numbers[one.id] = share(l)
			}
		case askRevokeKey:
			for _, no := range keys(text) {
				if !slices.ContainsFunc(r.law.Std.Criteria, func(c *criteria.Criterion) bool { return c.No == no }) {
					l.fail(idValue, "ghi số tiêu chí của bộ, cách nhau dấu ;",
						"bộ tiêu chí không có tiêu chí %q", no)
				}
			}
		default:
			if text != "" {
				p.numbers[one.id] = share(l)
			}
		}
	}
	p.pairs()
}

// pairs notes cells of the sheet that contradict one another, or say nothing without one
// another.
func (p *filledProcedure) pairs() {
	if from, key := p.text(askRevokeFrom), p.text(askRevokeKey); (from == "") != (key == "") {
		l := p.rows[askRevokeKey]
		l.fail(idValue, "ghi cả hai ô, hoặc để trống cả hai",
			"tỷ lệ thu hồi có tiêu chí phải xét riêng cần cả số %% và các tiêu chí ấy")
	}
	from, hasFrom := p.numbers[askRevokeFrom]
	all, hasAll := p.numbers[askRevokeAll]
	if l := p.rows[askRevokeFrom]; hasFrom && hasAll && from.GreaterThanOrEqual(all) {
		l.fail(idValue, "ghi số nhỏ hơn ở ô này, hoặc sửa ô "+p.rows[askRevokeAll].cell(idValue),
			"thu hồi từ %s %% khi có tiêu chí phải xét riêng, nhưng từ %s %% dù là tiêu chí nào: số trước phải nhỏ hơn",
			vi.Number(from), vi.Number(all))
	}
	if l, ok := p.rows[askCoverage]; ok && is(p.text(askSatisfaction), notSet) {
		if _, covers := p.numbers[askCoverage]; covers {
			l.fail(idValue, "ghi tỷ lệ hài lòng ở ô "+p.rows[askSatisfaction].cell(idValue)+", hoặc ghi "+
				notSet+" ở ô này", "có tỷ lệ hộ được lấy ý kiến nhưng tỷ lệ hài lòng ghi %q", notSet)
		}
	}
	for _, one := range procedureRows {
		l, ok := p.rows[one.id]
		if !ok {
			continue
		}
		n, isNumber := p.numbers[one.id]
		switch said := l.written(idArticle, idProWords); {
		case isNumber && !n.IsPositive():
			l.fail(idValue, "ghi số lớn hơn 0; không quy định thì để trống hoặc ghi "+notSet,
				"tỷ lệ ở đây không thể là 0 %%")
		case l.text(idValue) == "" && len(said) > 0 && one.group != "Điều kiện công nhận": // those are asked for anyway
			l.fail(idValue, "ghi mức của quyết định vào ô này, hoặc xóa ô "+l.cell(said[0]),
				"dòng này có điều khoản hoặc nguyên văn nhưng chưa có mức")
		}
	}
	p.oneCondition()
}

// oneCondition notes a sheet that asks for no condition: a procedure has at least one.
func (p *filledProcedure) oneCondition() {
	first, ok := p.rows[askArrears]
	if !ok {
		return
	}
	for _, id := range []string{askArrears, askSatisfaction, askCoverage, askSecurity} {
		if !is(p.text(id), notSet) {
			return
		}
	}
	first.fail(idValue, "ghi ít nhất một điều kiện công nhận theo quyết định; chưa có quyết định thì để "+
		"trống cả tờ", "tờ này chưa ghi điều kiện công nhận nào")
}

func (p *filledProcedure) text(id string) string {
	l, ok := p.rows[id]
	if !ok {
		return ""
	}
	return l.text(idValue)
}

func keys(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' || r == ' ' })
}
