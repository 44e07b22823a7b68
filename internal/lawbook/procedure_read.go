package lawbook

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/lawbook/binder"
	"ntm/internal/problem"
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
		func(s *read.Sheet) bool { return vi.FoldTone(s.Name) == vi.FoldTone(procedureSheet) }) {
		return nil
	}
	g, ok := openGrid(book, procedureSheet, named, r.problems)
	if !ok {
		return nil
	}
	row, at, ok := g.table(idProcedure)
	if g.missing(row, at, idProcedure, idValue, idArticle, idProWords) || !ok {
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
	if c.by == "" {
		c.by = r.head.by
	}
	if c.on.IsZero() {
		c.on = r.head.on
	}
	for _, need := range []struct {
		absent   bool
		id, what string
	}{
		{c.decision.Number == "", idDecision, "số quyết định về thủ tục"}, {c.decision.Date.IsZero() &&
			l.text(idDate) == "", idDate, "ngày của quyết định"},
		{c.by == "", idBy, "người đối chiếu"}, {c.on.IsZero() && l.text(idOn) == "", idOn, "ngày đối chiếu"},
	} {
		if need.absent {
			l.fail(l.cell(need.id), "ghi vào ô này", "tờ này đã ghi nhưng thiếu %s", need.what)
		}
	}
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
			if !isNotSet(text) && vi.FoldTone(text) != vi.FoldTone("Có") {
				l.fail(l.cell(idValue), "chọn trong danh sách của ô", "đọc thấy %q, ở đây cần Có hoặc %s", text, notSet)
			}
		case askSatisfaction, askCoverage:
			if !isNotSet(text) {
				p.numbers[one.id] = share(l)
			}
		case askRevokeKey:
			for _, no := range keys(text) {
				if !slices.ContainsFunc(r.law.Std.Criteria, func(c *criteria.Criterion) bool { return c.No == no }) {
					l.fail(l.cell(idValue), "ghi số tiêu chí của bộ, cách nhau dấu ;",
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
		l.fail(l.cell(idValue), "ghi cả hai ô, hoặc để trống cả hai",
			"tỷ lệ thu hồi có tiêu chí phải xét riêng cần cả số %% và các tiêu chí ấy")
	}
	from, hasFrom := p.numbers[askRevokeFrom]
	all, hasAll := p.numbers[askRevokeAll]
	if l := p.rows[askRevokeFrom]; hasFrom && hasAll && from.GreaterThanOrEqual(all) {
		l.fail(l.cell(idValue), "ghi số nhỏ hơn ở ô này, hoặc sửa ô "+p.rows[askRevokeAll].cell(idValue),
			"thu hồi từ %s %% khi có tiêu chí phải xét riêng, nhưng từ %s %% dù là tiêu chí nào: số trước phải nhỏ hơn",
			vi.Number(from), vi.Number(all))
	}
	if l, ok := p.rows[askCoverage]; ok && isNotSet(p.text(askSatisfaction)) {
		if _, covers := p.numbers[askCoverage]; covers {
			l.fail(l.cell(idValue), "ghi tỷ lệ hài lòng ở ô "+p.rows[askSatisfaction].cell(idValue)+", hoặc ghi "+
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
			l.fail(l.cell(idValue), "ghi số lớn hơn 0; không quy định thì để trống hoặc ghi "+notSet,
				"tỷ lệ ở đây không thể là 0 %%")
		case l.text(idValue) == "" && len(said) > 0 && one.group != "Điều kiện công nhận": // those are asked for anyway
			l.fail(l.cell(idValue), "ghi mức của quyết định vào ô này, hoặc xóa ô "+l.cell(said[0]),
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
		if !isNotSet(p.text(id)) {
			return
		}
	}
	first.fail(first.cell(idValue), "ghi ít nhất một điều kiện công nhận theo quyết định; chưa có quyết định thì để "+
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

// share reads a share in per cent.
func share(l line) decimal.Decimal {
	_, number := signed(l.text(idValue))
	v, _ := l.number(idValue, number, &criteria.Figure{Name: l.text(idProcedure), Unit: criteria.Percent})
	return v
}

// Procedure is the procedure that the workbook sets, nil where it sets none or the packs
// already say it. The error is a problem.List: another procedure holds in these years.
func (f *Filled) Procedure(office string) (*criteria.Procedure, error) {
	p := f.procedure
	if p == nil {
		return nil, nil
	}
	std := f.law.Std
	out := &criteria.Procedure{Schema: procedureSchema}
	out.ID = "thu-tuc-" + binder.ID(office, std.Years)
	out.Name = fmt.Sprintf("Thủ tục công nhận do %s đối chiếu, áp dụng %s", office, binder.When(std.Years))
	out.Years, out.Decision = std.Years, p.check.decision
	if there, ok := f.law.Lib.Procedure(std.Years.From); ok {
		if there.ID != out.ID {
			return nil, problem.List{{File: f.file, Sheet: procedureSheet,
				Message: fmt.Sprintf("các năm này đã có bộ thủ tục %q (%s)", there.ID, there.Pos.File),
				Hint:    "nhập với tên cơ quan đã ghi bộ ấy, hoặc để trống tờ này"}}
		}
		out.Pos = there.Pos
	}
	p.conditions(out)
	out.Council = criteria.Council{Quorum: p.shareOf(askQuorum), Proposal: p.shareOf(askProposal),
		Meeting: p.shareOf(askMeeting)}
	out.Revocation = p.revocation(std)
	if there, ok := f.law.Lib.Procedure(std.Years.From); ok && binder.Text(there) == binder.Text(out) {
		return nil, nil
	}
	return out, nil
}

// rule is a rule of a condition, confirmed.
func (p *filledProcedure) rule(id string, ask criteria.Ask) *criteria.Rule {
	out := &criteria.Rule{Ask: ask, CheckedBy: p.check.by, CheckedOn: p.check.on}
	out.Article = p.rows[id].text(idArticle)
	out.Grounds = p.grounds(id)
	return out
}

func (p *filledProcedure) grounds(id string) criteria.Grounds {
	c := p.check
	c.article = p.rows[id].text(idArticle)
	return criteria.Grounds{Status: criteria.Confirmed, Source: c.source(p.rows[id].text(idProWords), "")}
}

// conditions are the gates besides the criteria.
func (p *filledProcedure) conditions(out *criteria.Procedure) {
	add := func(id, name string, ask criteria.Ask) {
		if !isNotSet(p.text(id)) {
			out.Conditions = append(out.Conditions, &criteria.Condition{ID: id, Name: name,
				Rules: []*criteria.Rule{p.rule(id, ask)}})
		}
	}
	least := func(id string) *criteria.Series { return table(p.numbers[id], true) }
	add(askArrears, "Không có nợ đọng xây dựng cơ bản thuộc chương trình trên địa bàn xã",
		criteria.Ask{Figure: commune.ArrearsFigure, AtMost: table(decimal.Decimal{}, true), Text: "Không"})
	add(askSatisfaction, "Tỷ lệ hài lòng của người dân về kết quả xây dựng nông thôn mới đạt quy định",
		criteria.Ask{Figure: commune.SatisfactionFigure, AtLeast: least(askSatisfaction)})
	add(askCoverage, "Tỷ lệ hộ được lấy ý kiến về sự hài lòng đạt quy định",
		criteria.Ask{Figure: commune.CoverageFigure, AtLeast: least(askCoverage)})
	add(askSecurity, "Xã đạt tiêu chuẩn \"An toàn về an ninh, trật tự\"",
		criteria.Ask{Figure: commune.SecurityFigure, Declared: true})
}

func (p *filledProcedure) shareOf(id string) criteria.Share {
	if p.text(id) == "" {
		return criteria.Share{Grounds: criteria.Grounds{Status: criteria.Missing, Source: "chưa ghi"}}
	}
	return criteria.Share{Value: p.numbers[id], Grounds: p.grounds(id)}
}

// revocation is when a title is taken back, nil where nothing is said of it.
func (p *filledProcedure) revocation(std *criteria.Standard) *criteria.Revocation {
	from, all := p.text(askRevokeFrom), p.text(askRevokeAll)
	if from == "" && all == "" {
		return nil
	}
	key := keys(p.text(askRevokeKey))
	out := &criteria.Revocation{Grounds: p.grounds(askRevokeAll)}
	if all == "" {
		out.Grounds = p.grounds(askRevokeFrom)
	}
	if from != "" {
		c := criteria.RevocationClause{From: p.numbers[askRevokeFrom], Key: true}
		c.Text = fmt.Sprintf("từ %s %% số tiêu chí không đạt, trong đó có một trong các tiêu chí %s",
			vi.Number(c.From), strings.Join(key, ", "))
		if all != "" {
			c.Below = p.numbers[askRevokeAll]
			c.Text = fmt.Sprintf("từ %s %% đến dưới %s %% số tiêu chí không đạt, trong đó có một trong các tiêu "+
				"chí %s", vi.Number(c.From),
				vi.Number(c.Below), strings.Join(key, ", "))
		}
		out.Clauses = append(out.Clauses, c)
	}
	if all != "" {
		at := p.numbers[askRevokeAll]
		out.Clauses = append(out.Clauses, criteria.RevocationClause{From: at,
			Text: fmt.Sprintf("từ %s %% số tiêu chí trở lên không đạt", vi.Number(at))})
	}
	if len(key) == 0 {
		for _, c := range std.Criteria {
			key = append(key, c.No)
		}
	}
	out.Against = []criteria.RevocationStandard{{Title: std.Level, By: std.Level, Key: key}}
	return out
}
