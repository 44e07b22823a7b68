package lawbook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// choiceID is the id at the end of a figure chosen from the list.
var choiceID = pattern.New(`\(([a-z0-9_]+)\)$`)

// figure reads which figure a line judges by: one of the dictionary, or a new one.
func (r *reader) figure(l *addLine, earlier []*addition) {
	about := []string{idNewName, idUnit, idNumerator, idOver, idCounted, idConfirmedBy}
	isRead := l.text(idRead) != ""
	if text := l.text(idFigure); text != "" && !is(text, NewFigure) {
		if more := l.written(about...); len(more) > 0 && !isRead {
			l.fail(more[0], "xóa số liệu có sẵn, hoặc xóa các ô về số liệu mới",
				"dòng này vừa chọn số liệu có sẵn vừa ghi số liệu mới")
			return
		}
		id := text
		if m := choiceID.FindStringSubmatch(text); m != nil {
			id = m[1]
		}
		for _, f := range r.law.Lib.FigureList {
			if f.ID == id || is(f.Name, text) {
				l.figure = f
				return
			}
		}
		l.fail(idFigure, "chọn trong danh sách, hoặc để trống và ghi số liệu mới ở các ô sau",
			"không có số liệu %q trong danh mục", text)
		return
	}
	f := &criteria.Figure{Name: l.text(idNewName), Numerator: l.text(idNumerator), Denominator: l.text(idOver),
		CountedIn: l.text(idCounted), ConfirmedBy: l.text(idConfirmedBy)}
	if f.Name == "" {
		l.fail(idFigure, "chọn số liệu có sẵn, hoặc ghi tên số liệu mới",
			"chưa nói chỉ tiêu này xét theo số liệu nào")
		return
	}
	if err := f.Unit.UnmarshalText([]byte(l.text(idUnit))); err != nil {
		l.fail(idUnit, "chọn trong danh sách", "%v", err)
		return
	}
	counts := l.written(idNumerator, idOver, idCounted)
	for _, id := range []string{idNumerator, idOver, idCounted} {
		if f.Unit == criteria.Percent && !slices.Contains(counts, id) {
			l.fail(id, "", "số liệu tính bằng %% cần đủ tử số, mẫu số và đơn vị đếm")
		}
	}
	if f.Unit != criteria.Percent && len(counts) > 0 {
		l.fail(counts[0], "xóa ô này, hoặc chọn đơn vị %", "chỉ số liệu tính bằng %% mới có tử số, mẫu số")
	}
	if f.ConfirmedBy == "" {
		f.ConfirmedBy = "ngành phụ trách tiêu chí " + l.criterion.Name
	}
	r.named(f, l, earlier)
}

// named gives a new figure its id, made from its name: the same name gives the
// same figure, in this workbook and in every later one.
func (r *reader) named(f *criteria.Figure, l *addLine, earlier []*addition) {
	taken := maps.Clone(r.law.Lib.Figures)
	for _, e := range earlier {
		for _, other := range e.lines {
			if other.isNew {
				taken[other.figure.ID] = other.figure
			}
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
			l.figure, l.isNew = f, true
			return
		}
		if sameFigure(known, f) {
			l.figure, l.isNew = known, true
			return
		}
	}
}

func sameFigure(a, b *criteria.Figure) bool {
	return is(a.Name, b.Name) && a.Unit == b.Unit && a.Numerator == b.Numerator &&
		a.Denominator == b.Denominator && a.CountedIn == b.CountedIn
}

// figureID makes a readable id of a name: "office_ty_le_ho_dung_nuoc_sach".
func figureID(name string) string {
	const most = 60
	out := "office"
	for w := range strings.SplitSeq(vi.Slug(name), "-") {
		if w == "" || len(out)+1+len(w) > most {
			break
		}
		out += "_" + w
	}
	return out
}

// asks reads what a line asks of each column.
func (r *reader) asks(l *addLine, columns []string) {
	f := l.figure
	apart, all := l.written(columns...), l.written(idValue)
	isAsked := func(id string) bool { return !is(l.text(id), collation.NotApplied) }
	l.op = r.way(l.line, addWays)
	switch {
	case l.text(idWay) == "" && len(apart) > 0 && len(all) == 0 && list.Count(apart, isAsked) == 0:
		// nothing is asked of anyone here
	case l.text(idWay) == "":
		l.fail(idWay, "chọn trong danh sách của ô", "chưa chọn cách xét")
		return
	case l.op == "":
		return
	case l.op.Sign() == "":
		for _, id := range slices.Concat(all, apart) {
			if isAsked(id) && (!is(l.text(id), met) || l.op != criteria.DeclaredMet) {
				l.fail(id, "xóa ngưỡng, hoặc chọn cách xét ≥, ≤, =, >, <",
					"cách xét %s không đi với ngưỡng bằng số", collation.Way(l.op))
				return
			}
		}
		if l.op == criteria.DeclaredMet && f.Unit != criteria.Declared {
			l.fail(idWay, "chọn ≥, ≤, =, >, <, hoặc đổi đơn vị đo thành "+string(criteria.Declared),
				"số liệu %q tính bằng %s, không xét Đạt được", f.Name, f.Unit)
		}
	case f.Unit == criteria.Declared:
		l.fail(idWay, "chọn Đạt, hoặc đổi đơn vị đo", "số liệu %q chỉ xét Đạt hoặc chưa đạt", f.Name)
		return
	case len(all) > 0 && len(apart) > 0:
		l.fail(apart[0], "giữ ngưỡng chung, hoặc ghi riêng cho từng cột",
			"dòng này vừa ghi ngưỡng chung vừa ghi ngưỡng riêng")
		return
	case len(all)+len(apart) == 0:
		l.fail(idValue, "ghi ngưỡng chung, hoặc ghi riêng cho từng cột", "chưa ghi ngưỡng")
		return
	}
	if r.hasBlank(l, apart, columns) {
		return
	}
	for _, id := range slices.Concat(all, apart) {
		cell, ok := r.addCell(l, id)
		if !ok {
			return
		}
		l.cells = append(l.cells, cell)
	}
}

// hasBlank notes columns that are left blank beside others that say something: whether they
// are not asked, or left to the province, is for the decision to say.
func (r *reader) hasBlank(l *addLine, apart, columns []string) bool {
	if len(apart) == 0 || len(apart) == len(columns) || l.text(idRead) != "" && l.op != criteria.DeclaredMet {
		return false
	}
	for _, id := range columns {
		if !slices.Contains(apart, id) {
			column := criteria.Region(strings.TrimPrefix(id, idAt))
			l.fail(id, "ghi ngưỡng; không xét thì ghi "+collation.NotApplied+"; để tỉnh quy định thì ghi "+
				collation.Way(criteria.ProvinceSets), "các cột khác của dòng này đã ghi, cột %s còn để trống",
				r.law.ColumnTitle(column))
		}
	}
	return true
}
