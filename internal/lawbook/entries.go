package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// line is one row of a sheet with its columns by id.
type line struct {
	*grid
	row int // counted from 0
	at  map[string]int
}

func (l line) text(id string) string {
	column, ok := l.at[id]
	if !ok {
		return ""
	}
	return l.grid.text(l.row, column)
}

// cell names the cell of a column.
func (l line) cell(id string) string { return ref(l.at[id]+1, l.row+1) }

// written lists the ids among the given ones whose cells hold something.
func (l line) written(ids ...string) []string {
	var out []string
	for _, id := range ids {
		if l.text(id) != "" {
			out = append(out, id)
		}
	}
	return out
}

// missing notes columns that were removed, and tells whether there are none.
func (g *grid) missing(row int, at map[string]int, ids ...string) bool {
	whole := true
	for _, id := range ids {
		if _, ok := at[id]; !ok {
			g.fail(ref(1, row+1), "dùng lại tệp do ntm criteria export ghi ra, không xóa dòng và cột, kể cả dòng và cột ẩn", "bảng đã mất một cột cần để đọc lại (%s)", id)
			whole = false
		}
	}
	return !whole
}

// readHead reads the entries that every row shares. They stand two rows below
// their ids: the row between holds the titles.
func (r *reader) readHead(g *grid) bool {
	row, at, ok := g.table(headID(idDecision))
	ids := make([]string, len(headFields))
	for i, f := range headFields {
		ids[i] = headID(f.id)
	}
	if g.missing(row, at, ids...) || !ok {
		return false
	}
	l := line{g, row + 2, map[string]int{}}
	r.headAt = map[string]string{}
	for _, f := range headFields {
		l.at[f.id] = at[headID(f.id)]
		r.headAt[f.id] = l.cell(f.id)
	}
	before := len(*r.problems)
	r.head = checked{decision: criteria.Document{Number: l.text(idDecision)}, article: l.text(idArticle), by: l.text(idBy)}
	r.head.decision.Date, r.head.on = r.day(l, idDate), r.day(l, idOn)
	r.head.decision = r.known(r.head.decision, nil)
	return len(*r.problems) == before
}

// day reads a day, zero when none is written.
func (r *reader) day(l line, id string) criteria.Date {
	if text := l.text(id); text != "" {
		day, _ := l.date(l.cell(id), text)
		return day
	}
	return criteria.Date{}
}

// known completes a decision that the packs know: its number as it is cited,
// and its date, when that was left blank.
func (r *reader) known(d criteria.Document, s *standing) criteria.Document {
	candidates := []criteria.Document{r.law.std.Decision}
	if s != nil {
		candidates = append(candidates, s.doc.decision)
	}
	for _, c := range append(candidates, r.head.decision) {
		if d.Number != "" && vi.Fold(c.Number) == vi.Fold(d.Number) {
			if d.Date.IsZero() {
				d.Date = c.Date
			}
			d.Number = c.Number
			return d
		}
	}
	return d
}

// entries reads the rows of the sheet Đối chiếu.
func (r *reader) entries(g *grid) []*entered {
	row, at, ok := g.table(idValue)
	var ids []string
	for _, c := range checkColumns {
		if c.id != "" {
			ids = append(ids, c.id)
		}
	}
	if g.missing(row, at, ids...) || !ok {
		return nil
	}
	var out []*entered
	seen := map[string]int{}
	for i := row + 2; i < len(g.rows); i++ {
		l := line{g, i, at}
		written := l.written(idTick, idValue, idWay, idDecision, idDate, idArticle, idBy, idOn, idLaxer)
		key := l.text(idKey)
		if key == "" {
			if len(written) > 0 {
				g.fail(l.cell(written[0]), "ghi vào dòng có sẵn của chỉ tiêu; chỉ tiêu chưa có thì ghi ở tờ "+addSheet, "dòng này không có mã ở cột ẩn %s, nên không biết là ngưỡng nào", strings.TrimRight(l.cell(idKey), "0123456789"))
			}
			continue
		}
		if before, twice := seen[key]; twice {
			g.fail(l.cell(idKey), "giữ một dòng, bỏ một dòng", "dòng này lặp lại dòng %d", before)
			continue
		}
		seen[key] = i + 1
		one, isKey, ok := r.law.find(key)
		switch {
		case !isKey:
			g.fail(l.cell(idKey), "dùng lại tệp do ntm criteria export ghi ra, không sửa ô ẩn", "mã dòng %q không phải của bộ tiêu chí %s", key, r.law.std.ID)
		case len(written) == 0:
		case !ok:
			g.fail(l.cell(idKey), "xuất lại bảng rồi ghi lại dòng này", "bộ tiêu chí đã đổi từ khi xuất bảng: dòng này không còn là một ngưỡng")
		default:
			if e := r.entry(l, one, written); e != nil {
				out = append(out, e)
			}
		}
	}
	return out
}

// entry reads one row in which something is written, or notes what is wrong
// with it.
func (r *reader) entry(l line, s slot, written []string) *entered {
	before := len(*r.problems)
	for _, id := range written {
		if l.isNeither(l.cell(id)) {
			l.fail(l.cell(id), "", "ô này giữ một lỗi công thức hoặc giá trị TRUE/FALSE, ở đây cần chữ hoặc số")
		}
	}
	if s.standing.zoning != nil {
		l.fail(l.cell(written[0]), "sửa ở bộ quy định của tỉnh, hoặc để trống dòng này", "ngưỡng này do tỉnh đặt theo vùng riêng (bộ quy định %q), không ghi được ở bảng này", s.standing.zoning.ID)
	}
	if len(*r.problems) > before {
		return nil
	}
	e := &entered{slot: s, laxerBy: l.text(idLaxer), note: l.text(idNote)}
	r.threshold(l, e)
	r.checked(l, e)
	if len(*r.problems) > before {
		return nil
	}
	return e
}

// ticks are what a tick may be written as.
var ticks = []string{"x", "✓", "✔", "√", "có", "v"}

// checked reads who checked the row, when and against what; blank cells are
// taken from the head of the sheet.
func (r *reader) checked(l line, e *entered) {
	e.check = r.checkOf(l, e.standing)
	if e.check.article == "" && e.check.decision.Number == e.standing.doc.decision.Number {
		e.check.article = e.standing.doc.annex
	}
}

func (r *reader) checkOf(l line, s *standing) checked {
	c := checked{decision: criteria.Document{Number: l.text(idDecision), Date: r.day(l, idDate)}, article: l.text(idArticle), by: l.text(idBy), on: r.day(l, idOn)}
	switch {
	case c.decision.Number != "":
		c.decision = r.known(c.decision, s)
	case !c.decision.Date.IsZero() && !c.decision.Date.Equal(r.head.decision.Date.Time):
		l.fail(l.cell(idDecision), "ghi số quyết định vào ô này, hoặc xóa ngày quyết định của dòng", "dòng này ghi ngày quyết định nhưng để trống số quyết định")
		return c
	default:
		c.decision = r.head.decision
		if c.article == "" {
			c.article = r.head.article
		}
	}
	if c.by == "" {
		c.by = r.head.by
	}
	if c.on.IsZero() {
		c.on = r.head.on
	}
	need := func(absent bool, id, what string) {
		if absent && !slices.Contains(l.written(id), id) {
			l.fail(l.cell(id), "ghi vào ô này, hoặc ghi chung ở ô "+r.headAt[id]+" tờ "+checkSheet, "dòng này đã ghi nhưng thiếu %s", what)
		}
	}
	need(c.decision.Number == "", idDecision, "số quyết định")
	need(c.decision.Number != "" && c.decision.Date.IsZero(), idDate, "ngày của quyết định "+c.decision.Number)
	need(c.by == "", idBy, "người đối chiếu")
	need(c.on.IsZero(), idOn, "ngày đối chiếu")
	return c
}
