package lawbook

import (
	"cmp"
	"strings"

	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/xlsx/read"
)

// line is one row of a sheet with its columns by id.
type line struct {
	*grid
	row int
	at  map[string]int
}

// stored is what the cell of a column holds, nothing when there is no column.
func (l line) stored(id string) read.Cell {
	column, ok := l.at[id]
	if !ok {
		return read.Cell{}
	}
	return l.grid.stored(l.row, column)
}

func (l line) text(id string) string { return l.stored(id).Text }

// cell names the cell of a column: as Excel does, or by what it is for.
func (l line) cell(id string) string {
	row, column := l.row+1, l.at[id]+1
	return cmp.Or(l.named.cell(l.name, row, column), read.Ref(column, row))
}

// fail notes what is wrong with the cell of a column.
func (l line) fail(id, hint, format string, args ...any) {
	l.grid.fail(l.cell(id), hint, format, args...)
}

// written lists the ids among the given ones whose cells hold something.
func (l line) written(ids ...string) []string {
	return list.Where(ids, func(id string) bool { return l.stored(id).Kind != read.Blank })
}

// refuse notes cells that hold neither a text nor a number.
func (l line) refuse(written []string) {
	for _, id := range written {
		if err := l.stored(id).NotPlain(); err != nil {
			p := problem.Of(err)[0]
			l.fail(id, p.Hint, "%s", p.Message)
			continue
		}
		switch l.stored(id).Kind {
		case read.Bool, read.Error:
			l.fail(id, "", "ô này giữ một lỗi công thức hoặc giá trị TRUE/FALSE, ở đây cần chữ hoặc số")
		case read.Uncomputed:
			l.fail(id, "mở tệp bằng Excel, bấm Lưu (Save), rồi thử lại; hoặc ghi thẳng kết quả vào ô",
				"ô này giữ một công thức chưa được tính")
		}
	}
}

// entries reads the rows of the sheet Đối chiếu.
func (r *reader) entries(g *grid) []*entered {
	row, at, ok := g.table(idValue, append(required(plainLayout.columns), idTick)...)
	if !ok {
		return nil
	}
	var out []*entered
	seen := map[string]int{}
	for i := row + 2; i < g.end(); i++ {
		l := line{g, i, at}
		written := l.written(idTick, idValue, idWay, idDecision, idDate, idArticle, idBy, idOn, idLaxer)
		key := l.text(idKey)
		if key == "" {
			if len(written) > 0 {
				l.fail(written[0], "ghi vào dòng có sẵn của chỉ tiêu; chỉ tiêu chưa có thì ghi ở tờ "+
					addSheet, "dòng này không có mã ở cột ẩn %s, nên không biết là ngưỡng nào",
					strings.TrimRight(l.cell(idKey), "0123456789"))
			}
			continue
		}
		if before, twice := seen[key]; twice {
			l.fail(idKey, "giữ một dòng, bỏ một dòng", "dòng này lặp lại dòng %d", before)
			continue
		}
		seen[key] = i + 1
		if l.text(idPresent) != l.text(idSeen) {
			l.fail(idPresent, "ghi lại như cũ, rồi ghi ngưỡng theo quyết định ở cột bên phải",
				"ô này chỉ để xem, khi xuất là %q, nay đọc thấy %q", l.text(idSeen), l.text(idPresent))
			continue
		}
		one, isKey, ok := r.law.Find(key)
		switch {
		case !isKey:
			l.fail(idKey, "dùng lại tệp do ntm criteria export ghi ra, không sửa ô ẩn",
				"mã dòng %q không phải của bộ tiêu chí %s", key, r.law.Std.ID)
		case len(written) == 0:
			if strings.HasPrefix(l.text(idRead), markAgain+"|") {
				r.left.Check++ // the machine could enter nothing, and no person has
			}
		case r.leaves(l):
		case !ok:
			l.fail(idKey, "xuất lại bảng rồi ghi lại dòng này",
				"bộ tiêu chí đã đổi từ khi xuất bảng: dòng này không còn là một ngưỡng")
		default:
			if e := r.entry(l, one, written); e != nil {
				out = append(out, e)
			}
		}
	}
	return out
}

// leaves tells whether the row is as the machine put it in, and no person has taken it:
// it has no tick of its own, and is none of those that the tick for all rows takes.
func (r *reader) leaves(l line) bool {
	marker := l.text(idRead)
	if marker == "" {
		return false // a person's own
	}
	sure, entries, _ := strings.Cut(marker, "|")
	if sure == markSure && entries == "|" && len(l.written(idValue, idWay)) == 0 {
		return true // what stands goes before the decision anyway
	}
	if l.text(idValue)+"|"+l.text(idWay) != entries || l.text(idTick) != "" ||
		len(l.written(idBy, idOn, idLaxer)) > 0 {
		return false
	}
	if r.all && sure == markSure && entries != "|" {
		return false
	}
	if sure == markAgain || sure != markNone && entries != "|" {
		r.left.Check++
	}
	return true
}

// entry reads one row in which something is written, or notes what is wrong
// with it.
func (r *reader) entry(l line, s collation.Slot, written []string) *entered {
	before := len(*r.problems)
	l.refuse(written)
	if s.Standing.Zoned() {
		l.fail(written[0], "sửa ở bộ quy định của tỉnh, hoặc để trống dòng này",
			"ngưỡng này do tỉnh đặt theo vùng riêng (bộ quy định %q), không ghi được ở bảng này", s.Standing.Overlay.ID)
	}
	if len(*r.problems) > before || r.isEmptyTick(l) {
		return nil
	}
	e := &entered{Slot: s, at: l, laxerBy: l.text(idLaxer), note: l.text(idNote), words: l.text(idWords)}
	r.threshold(l, e)
	r.checked(l, e)
	if len(*r.problems) > before {
		return nil
	}
	return e
}

// isEmptyTick notes a tick at a row from which the machine took no threshold: what stands
// there would be confirmed by words that may say another thing.
func (r *reader) isEmptyTick(l line) bool {
	sure, _, _ := strings.Cut(l.text(idRead), "|")
	if sure != markAgain && sure != markNone || len(l.written(idValue, idWay)) > 0 || len(l.written(idDecision)) > 0 {
		return false
	}
	hint := "ghi ngưỡng theo nguyên văn vào ô này, hoặc xóa dấu x"
	if sure == markNone {
		hint = "xóa dấu x; đối chiếu với quyết định khác thì ghi số quyết định ấy ở dòng này"
	}
	l.fail(idValue, hint, "dòng này có dấu x nhưng máy chưa đọc được ngưỡng nào cho nó trong quyết định")
	return true
}
