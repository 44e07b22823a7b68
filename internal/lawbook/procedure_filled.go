package lawbook

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/lawbook/binder"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

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
		if !is(p.text(id), notSet) {
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
		key = list.Map(std.Criteria, func(c *criteria.Criterion) string { return c.No })
	}
	out.Against = []criteria.RevocationStandard{{Title: std.Level, By: std.Level, Key: key}}
	return out
}
