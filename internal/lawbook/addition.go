package lawbook

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// addition is an indicator that an office adds: a row of the sheet Chỉ tiêu
// mới.
type addition struct {
	criterion criteria.Criterion // without its indicators
	indicator *criteria.Indicator
	figure    *criteria.Figure // when it is new
	at        line
}

// additions reads the rows of the sheet Chỉ tiêu mới.
func (r *reader) additions(g *grid) []*addition {
	row, at, ok := g.table(idCriterion)
	var ids []string
	for _, c := range r.law.addColumns([]criteria.Region{}) {
		ids = append(ids, c.id)
	}
	if g.missing(row, at, ids...) || !ok {
		return nil
	}
	var thresholds []string // one for all columns, then one a column
	for _, c := range r.law.columns {
		if _, ok := at[idAt+string(c)]; ok {
			thresholds = append(thresholds, idAt+string(c))
		}
	}
	entries := slices.Concat(ids, thresholds)
	var out []*addition
	for i := row + addHeads; i < g.end(); i++ {
		l := line{g, i, at}
		written := l.written(entries...)
		if len(written) == 0 {
			continue
		}
		before := len(*r.problems)
		l.refuse(written)
		if len(*r.problems) > before {
			continue
		}
		a := &addition{at: l, indicator: &criteria.Indicator{No: l.text(idNo), Name: l.text(idName)}}
		r.placed(l, a)
		figure := r.figure(l, a, out)
		check := r.checkOf(l, nil)
		if figure != nil {
			r.asks(l, a, figure, thresholds, check)
		}
		for _, earlier := range out {
			if earlier.indicator.No == a.indicator.No {
				l.fail(l.cell(idNo), "mỗi chỉ tiêu một dòng", "chỉ tiêu %s đã ghi ở ô %s", a.indicator.No, earlier.at.cell(idNo))
			}
		}
		if len(*r.problems) == before {
			out = append(out, a)
		}
	}
	return out
}

// numbered is a criterion as "20. Chuyển đổi số", or by its number alone.
var (
	numbered    = regexp.MustCompile(`^(\d{1,2})(?:[.:)]\s*|\s+|$)(.*)$`)
	indicatorNo = regexp.MustCompile(`^\d{1,2}(\.\d{1,2}){0,2}$`)
)

// placed reads where the indicator belongs and what it is called.
func (r *reader) placed(l line, a *addition) {
	m := numbered.FindStringSubmatch(l.text(idCriterion))
	if m == nil {
		l.fail(l.cell(idCriterion), "chọn trong danh sách, hoặc ghi số và tên, ví dụ 20. Chuyển đổi số", "đọc thấy tiêu chí %q, ở đây cần số và tên tiêu chí", l.text(idCriterion))
	} else {
		a.criterion.No, a.criterion.Name = m[1], m[2]
		for _, c := range r.law.std.Criteria {
			if c.No != m[1] {
				continue
			}
			if m[2] != "" && vi.Fold(m[2]) != vi.Fold(c.Name) {
				l.fail(l.cell(idCriterion), "chọn trong danh sách; tiêu chí mới thì đặt số khác", "tiêu chí %s của bộ là %q, ô này ghi %q", c.No, c.Name, m[2])
			}
			a.criterion.Name = c.Name
		}
		if a.criterion.Name == "" {
			l.fail(l.cell(idCriterion), "ghi cả tên, ví dụ 20. Chuyển đổi số", "tiêu chí %s chưa có trong bộ, ô này cần cả tên", m[1])
		}
	}
	no := a.indicator.No
	if !indicatorNo.MatchString(no) {
		l.fail(l.cell(idNo), "ghi số như trong quyết định, ví dụ 3.2", "đọc thấy số chỉ tiêu %q", no)
	} else if _, taken := r.law.std.Indicator(no); taken {
		l.fail(l.cell(idNo), "muốn sửa ngưỡng thì ghi ở tờ "+checkSheet, "chỉ tiêu %s đã có trong bộ tiêu chí", no)
	}
	if a.indicator.Name == "" {
		l.fail(l.cell(idName), "", "chưa ghi nội dung chỉ tiêu")
	}
}

// choiceID is the id at the end of a figure chosen from the list.
var choiceID = regexp.MustCompile(`\(([a-z0-9_]+)\)$`)

// figure reads which figure the indicator judges: one of the dictionary, or a
// new one.
func (r *reader) figure(l line, a *addition, earlier []*addition) *criteria.Figure {
	about := []string{idNewName, idUnit, idNumerator, idOver, idCounted, idConfirmedBy}
	if text := l.text(idFigure); text != "" {
		if more := l.written(about...); len(more) > 0 {
			l.fail(l.cell(more[0]), "xóa số liệu có sẵn, hoặc xóa các ô về số liệu mới", "dòng này vừa chọn số liệu có sẵn vừa ghi số liệu mới")
			return nil
		}
		id := text
		if m := choiceID.FindStringSubmatch(text); m != nil {
			id = m[1]
		}
		for _, f := range r.law.lib.FigureList {
			if f.ID == id || vi.FoldTone(f.Name) == vi.FoldTone(text) {
				return f
			}
		}
		l.fail(l.cell(idFigure), "chọn trong danh sách, hoặc để trống và ghi số liệu mới ở các ô sau", "không có số liệu %q trong danh mục", text)
		return nil
	}
	f := &criteria.Figure{Name: l.text(idNewName), Numerator: l.text(idNumerator), Denominator: l.text(idOver), CountedIn: l.text(idCounted), ConfirmedBy: l.text(idConfirmedBy)}
	if f.Name == "" {
		l.fail(l.cell(idFigure), "chọn số liệu có sẵn, hoặc ghi tên số liệu mới", "chưa nói chỉ tiêu này xét theo số liệu nào")
		return nil
	}
	if err := f.Unit.UnmarshalText([]byte(l.text(idUnit))); err != nil {
		l.fail(l.cell(idUnit), "chọn trong danh sách", "%v", err)
		return nil
	}
	counts := l.written(idNumerator, idOver, idCounted)
	for _, id := range []string{idNumerator, idOver, idCounted} {
		if f.Unit == criteria.Percent && !slices.Contains(counts, id) {
			l.fail(l.cell(id), "", "số liệu tính bằng %% cần đủ tử số, mẫu số và đơn vị đếm")
		}
	}
	if f.Unit != criteria.Percent && len(counts) > 0 {
		l.fail(l.cell(counts[0]), "xóa ô này, hoặc chọn đơn vị %", "chỉ số liệu tính bằng %% mới có tử số, mẫu số")
	}
	if f.ConfirmedBy == "" {
		f.ConfirmedBy = "ngành phụ trách tiêu chí " + a.criterion.Name
	}
	return r.named(f, a, earlier)
}

// named gives a new figure its id, made from its name: the same name gives the
// same figure, in this workbook and in every later one.
func (r *reader) named(f *criteria.Figure, a *addition, earlier []*addition) *criteria.Figure {
	taken := maps.Clone(r.law.lib.Figures)
	for _, e := range earlier {
		if e.figure != nil {
			taken[e.figure.ID] = e.figure
		}
	}
	stem := figureID(f.Name)
	for i := 1; ; i++ {
		f.ID = stem
		if i > 1 {
			f.ID = fmt.Sprintf("%s_%d", stem, i)
		}
		known, ok := taken[f.ID]
		if !ok {
			a.figure = f
			return f
		}
		if sameFigure(known, f) {
			a.figure = known
			return known
		}
	}
}

func sameFigure(a, b *criteria.Figure) bool {
	return vi.FoldTone(a.Name) == vi.FoldTone(b.Name) && a.Unit == b.Unit && a.Numerator == b.Numerator && a.Denominator == b.Denominator && a.CountedIn == b.CountedIn
}

// figureID makes a readable id of a name: "office_ty_le_ho_dung_nuoc_sach".
func figureID(name string) string {
	const most = 60
	words := strings.FieldsFunc(vi.Fold(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	out := "office"
	for _, w := range words {
		if len(out)+1+len(w) > most {
			break
		}
		out += "_" + w
	}
	return out
}

// asks reads what the indicator asks.
func (r *reader) asks(l line, a *addition, f *criteria.Figure, columns []string, check checked) {
	rule := &criteria.Rule{Decision: &check.decision, Article: check.article, CheckedBy: check.by, CheckedOn: check.on}
	rule.Figure, rule.Grounds = f.ID, criteria.Grounds{Status: criteria.Confirmed, Source: check.source(l.text(idNote))}
	a.indicator.Rules = []*criteria.Rule{rule}
	apart, all := l.written(columns...), l.written(idValue)
	op := r.way(l, addWays)
	switch {
	case l.text(idWay) == "":
		l.fail(l.cell(idWay), "chọn trong danh sách của ô", "chưa chọn cách xét")
		return
	case op == "":
		return
	case op.Sign() == "":
		if more := slices.Concat(all, apart); len(more) > 0 {
			l.fail(l.cell(more[0]), "xóa ngưỡng, hoặc chọn cách xét ≥, ≤, =", "cách xét %s không đi với ngưỡng bằng số", way(op))
		}
		if rule.Declared = op == criteria.DeclaredMet; !rule.Declared {
			rule.SetBy = criteria.Province
		} else if f.Unit != criteria.Declared {
			l.fail(l.cell(idWay), "chọn ≥, ≤, =, hoặc đổi đơn vị đo thành "+string(criteria.Declared), "số liệu %q tính bằng %s, không xét Đạt được", f.Name, f.Unit)
		}
		return
	case f.Unit == criteria.Declared:
		l.fail(l.cell(idWay), "chọn Đạt, hoặc đổi đơn vị đo", "số liệu %q chỉ xét Đạt hoặc chưa đạt", f.Name)
		return
	case len(all) > 0 && len(apart) > 0:
		l.fail(l.cell(apart[0]), "giữ ngưỡng chung, hoặc ghi riêng cho từng cột", "dòng này vừa ghi ngưỡng chung vừa ghi ngưỡng riêng")
		return
	case len(all)+len(apart) == 0:
		l.fail(l.cell(idValue), "ghi ngưỡng chung, hoặc ghi riêng cho từng cột", "chưa ghi ngưỡng")
		return
	}
	var cells []criteria.SeriesCell
	for _, id := range slices.Concat(all, apart) {
		value, ok := l.number(id, l.text(id), f)
		if !ok {
			return
		}
		column, _ := strings.CutPrefix(id, idAt)
		if id == idValue {
			column = ""
		}
		cells = append(cells, criteria.SeriesCell{Column: criteria.Region(column), Value: value, Known: true})
	}
	compared(&rule.Ask, op, &criteria.Series{Cells: cells})
}
