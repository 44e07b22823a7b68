package lawbook

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// headLine is the entries that every row of a sheet shares. They stand two rows below
// their ids: the row between holds the titles.
func (g *grid) headLine(fields []headCell) (l line, isWhole bool) {
	ids := list.Map(fields, func(f headCell) string { return headID(f.id) })
	row, at, isWhole := g.table(headID(idDecision), ids...)
	l = line{g, row + 2, map[string]int{}}
	for id, column := range at {
		l.at["ntm:"+strings.TrimPrefix(id, idHead)] = column
	}
	return l, isWhole
}

// readHead reads the entries that every row of the sheet Đối chiếu shares.
func (r *reader) readHead(g *grid) bool {
	l, isWhole := g.headLine(plainLayout.head)
	if !isWhole {
		return false
	}
	r.headAt = map[string]string{}
	for _, f := range plainLayout.head {
		r.headAt[f.id] = l.cell(f.id)
	}
	before := len(*r.problems)
	r.head = checked{decision: criteria.Document{Number: l.text(idDecision)}, article: l.text(idArticle),
		by: l.text(idBy)}
	r.head.decision.Date, r.head.on = r.day(l, idDate), r.day(l, idOn)
	r.head.decision = r.known(r.head.decision, nil)
	r.all, r.fresh = r.ticked(l, idAll), r.ticked(l, idFresh)
	return len(*r.problems) == before
}

// day reads a day, zero when none is written.
func (r *reader) day(l line, id string) criteria.Date {
	if l.text(id) == "" {
		return criteria.Date{}
	}
	day, _ := l.date(id)
	return day
}

// known completes a decision that the packs know: its number as it is cited,
// and its date, when that was left blank.
func (r *reader) known(d criteria.Document, s *criteria.Standing) criteria.Document {
	candidates := []criteria.Document{r.law.Std.Decision}
	if s != nil {
		candidates = append(candidates, s.Doc.Decision)
	}
	for _, c := range append(candidates, r.head.decision) {
		if d.Number != "" && vi.Fold(c.Number) == vi.Fold(d.Number) {
			return criteria.Document{Number: c.Number, Date: cmp.Or(d.Date, c.Date)}
		}
	}
	return d
}

// checked reads who checked the row, when and against what; blank cells are
// taken from the head of the sheet.
func (r *reader) checked(l line, e *entered) {
	e.check = r.checkOf(l, e.Standing)
	if own := e.Standing.Doc; r.keepsItsOwn(l, e) && own.Decision.Number != "" {
		e.check.decision, e.check.article = own.Decision, cmp.Or(l.text(idArticle), own.Annex)
	}
	if l.text(idDecision) == "" && l.text(idRead) == "" && e.alters() && isCondition(e) && r.isAnothers(e) &&
		vi.Fold(r.head.decision.Number) == vi.Fold(r.law.Std.Decision.Number) {
		l.fail(idDecision, "ghi số và ngày quyết định của ngưỡng này ở dòng này",
			"dòng này đổi một ngưỡng của %s, quyết định ghi chung ở đầu tờ (%s) không đặt ngưỡng ấy",
			e.Standing.Doc.Decision.Number, r.head.decision.Number)
	}
	if e.check.article == "" && e.check.decision.Number == e.Standing.Doc.Decision.Number {
		e.check.article = e.Standing.Doc.Annex
	}
}

// keepsItsOwn tells a row that confirms what stands by another decision than the one that the
// head may name for all: a condition of recognition, a row that was amended, a ministry's or a
// province's. A decision that was read into the workbook says for itself what it sets.
func (r *reader) keepsItsOwn(l line, e *entered) bool {
	if l.text(idDecision) != "" || e.alters() || l.text(idRead) != "" {
		return false
	}
	return e.Standing.Rule.AmendedBy != "" || r.isAnothers(e)
}

// isCondition tells a condition of recognition from an indicator, which has a number.
func isCondition(e *entered) bool {
	_, id, _ := strings.Cut(e.Topic.ID, "/")
	return strings.Trim(id, "0123456789.") != ""
}

// isAnothers tells a row that another decision sets than the standard's.
func (r *reader) isAnothers(e *entered) bool {
	return vi.Fold(e.Standing.Doc.Decision.Number) != vi.Fold(r.law.Std.Decision.Number)
}

func (r *reader) checkOf(l line, s *criteria.Standing) checked {
	c := checked{decision: criteria.Document{Number: l.text(idDecision), Date: r.day(l, idDate)},
		article: l.text(idArticle), by: l.text(idBy), on: r.day(l, idOn)}
	switch {
	case c.decision.Number != "":
		c.decision = r.known(c.decision, s)
	case !c.decision.Date.IsZero() && !c.decision.Date.Equal(r.head.decision.Date.Time):
		l.fail(idDecision, "ghi số quyết định vào ô này, hoặc xóa ngày quyết định của dòng",
			"dòng này ghi ngày quyết định nhưng để trống số quyết định")
		return c
	default:
		c.decision, c.article = r.head.decision, cmp.Or(c.article, r.head.article)
	}
	c.checkedAs(&r.head)
	need := func(absent bool, id, what string) {
		if absent && !slices.Contains(l.written(id), id) {
			l.fail(id, "ghi vào ô này, hoặc ghi chung ở ô "+r.headAt[id]+" tờ "+checkSheet,
				"dòng này đã ghi nhưng thiếu %s", what)
		}
	}
	need(c.decision.Number == "", idDecision, "số quyết định")
	need(c.decision.Number != "" && c.decision.Date.IsZero(), idDate, "ngày của quyết định "+c.decision.Number)
	need(c.by == "", idBy, "người đối chiếu")
	need(c.on.IsZero(), idOn, "ngày đối chiếu")
	return c
}
