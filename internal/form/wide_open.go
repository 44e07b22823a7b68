package form

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// wide is an open wide sheet.
type wide struct {
	notes   problem.List // of the sheet as a whole: columns that are not read
	lib     *criteria.Library
	book    *read.Book
	sheet   *read.Sheet
	year    int                  // of the rows that give none
	level   criteria.Level       // that the sheet was made for, "" for none in particular
	of      int                  // the year the sheet is of, as far as it says: that, else the first row's
	head    int                  // the row of the heads; the communes stand below
	columns []*layout.WideColumn // nil for those that are not read
	heads   []string
	fields  int          // of the row of heads in a CSV
	merged  *read.Merged // areas of the sheet
	shares  map[int]bool // the columns of rates all of whose first rates may be shares of 1
	index   map[string]*layout.WideColumn
}

// marked reads the hidden words that the sheet was made with.
func (w *wide) marked(mark []string) {
	if w.year == 0 {
		w.year, _ = strconv.Atoi(mark[1]) // what is no year leaves none
	}
	if len(mark) > 3 && slices.Contains(criteria.Levels, criteria.Level(mark[3])) {
		w.level = criteria.Level(mark[3])
	}
}

// headRows is how many of the first rows may hold the heads.
const headRows = 20

// find looks for the sheet with the communes and its heads: a hidden one only
// where no other is. Communes on two sheets are an error, for only one is read.
func (w *wide) find() (found bool, err error) {
	var others []string
	for _, hidden := range []bool{false, true} {
		for _, s := range w.book.Sheets {
			if s.Hidden != hidden {
				continue
			}
			rows, err := firstRows(s)
			if err != nil {
				return false, problem.Of(err)
			}
			if len(rows) == 0 {
				continue
			}
			if mark := wideTexts(rows[0]); len(mark) > 0 && mark[0] == layout.Mark {
				return false, nil
			} else if len(mark) > 1 && mark[0] == layout.WideMark {
				w.marked(mark)
			}
			if w.index == nil {
				w.index = layout.WideIndex(w.lib)
			}
			probe := *w
			probe.sheet = nil
			switch probe.headIn(s, rows); {
			case probe.sheet == nil:
			case w.sheet == nil:
				*w = probe
			case !hidden:
				others = append(others, s.Name)
			}
		}
	}
	switch {
	case len(others) > 0:
		return false, problem.List{{File: w.book.File,
			Message: fmt.Sprintf("tệp có bảng tổng hợp ở nhiều trang tính: %q, %q", w.sheet.Name,
				strings.Join(others, ", ")),
			Hint: "gộp các xã vào một trang tính, hoặc lưu mỗi trang tính thành một tệp"}}
	case w.sheet != nil:
		if err := w.lookAhead(); err != nil {
			return false, problem.Of(err)
		}
		return true, w.once()
	case w.book.Sheets[0].Name == "":
		return false, problem.List{{File: w.book.File, Message: "không thấy dòng tiêu đề của bảng tổng hợp",
			Hint: "bảng cần cột \"Mã xã\" hoặc \"Xã\", \"Tỉnh\" và các cột tên số liệu; tạo bảng trống bằng ntm " +
				"template --wide",
			Page: problem.Press("bảng cần cột \"Mã xã\" hoặc \"Xã\", \"Tỉnh\" và các cột tên số liệu")}}
	}
	return false, nil
}

var errEnough = errors.New("enough rows")

// firstRows is the first rows of a sheet.
func firstRows(s *read.Sheet) ([]read.Row, error) {
	var rows []read.Row
	err := s.Each(func(r read.Row) error {
		r.Cells = slices.Clone(r.Cells)
		if rows = append(rows, r); len(rows) == headRows {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return rows, err
}

func wideTexts(r read.Row) []string {
	return list.Map(r.Cells, func(c read.Cell) string { return vi.NFC(c.Text) })
}

// headIn takes the first of the rows that name most columns for the heads, if
// they say which commune a row is of and name a figure.
func (w *wide) headIn(s *read.Sheet, rows []read.Row) {
	most := 0
	for _, r := range rows {
		heads := wideTexts(r)
		columns, known := make([]*layout.WideColumn, len(heads)), 0
		who, what := false, false
		for i, head := range heads {
			c, ok := w.index[head]
			if !ok {
				c, ok = w.index[vi.Fold(strings.ReplaceAll(head, "_", " "))]
			}
			if ok {
				columns[i], known = c, known+1
				who = who || c.ID == layout.WideCode || c.ID == layout.WideName
				what = what || !strings.HasPrefix(c.ID, "ntm:")
			}
		}
		if who && what && known > most {
			most = known
			w.sheet, w.head, w.columns, w.heads, w.fields = s, r.Number, columns, heads, r.Fields
			w.notes = w.unread()
		}
	}
}

// unread notes the columns that are none of a wide sheet's.
func (w *wide) unread() problem.List {
	var notes problem.List
	var words []string
	for key, c := range w.index {
		if c.Figure != nil {
			words = append(words, key)
		}
	}
	slices.Sort(words)
	for i, head := range w.heads {
		if w.columns[i] != nil || head == "" || slices.Contains(ownHeads, vi.Fold(head)) {
			continue
		}
		hint := hintOwnColumn
		if near, ok := vi.Nearest(head, words); ok {
			hint = fmt.Sprintf("có phải ý là %q?", w.index[near].Title)
		} else if called := w.called(head); called != "" {
			hint = called
		}
		notes.Add(hinted(w.at(w.head, i), fmt.Sprintf("cột %q không phải là số liệu nào trong danh mục nên không đọc",
			head), hint))
	}
	return notes
}

// ownHeads are columns that people add for themselves, folded.
var ownHeads = []string{"stt", "tt", "so tt", "so thu tu", "ghi chu"}

// lookAhead learns of the sheet what a single row does not tell: which cells are merged,
// and in which columns of rates no rate is above 1.
func (w *wide) lookAhead() error {
	var err error
	if w.merged, err = w.sheet.Merged(); err != nil {
		return err
	}
	small, large, rates := map[int]int{}, map[int]bool{}, 0
	for _, c := range w.columns {
		if isRate(c) {
			rates++
		}
	}
	err = w.sheet.Each(func(r read.Row) error {
		if r.Number <= w.head {
			return nil
		}
		for i, c := range r.Cells {
			if i >= len(w.columns) || !isRate(w.columns[i]) || large[i] || areCounts.MatchString(c.Text) {
				continue
			}
			g, err := numberIn(given{Cell: c.Typed()}, commune.MeaningOf(w.columns[i].Figure))
			switch {
			case err != nil || g.Value.IsZero():
			case commune.MayBeShare(g.Value) && !g.Percent:
				small[i]++
			default:
				large[i] = true
			}
		}
		if len(large) == rates {
			return errEnough
		}
		return nil
	})
	w.shares = map[int]bool{}
	for i, count := range small {
		w.shares[i] = count > 1 && !large[i]
	}
	if errors.Is(err, errEnough) {
		err = nil
	}
	return err
}

// areCounts is the text of a rate that is told by its two counts: no share of 1.
var areCounts = pattern.New(`^\d[\d., ]*(?:\pL[^%\d]*)?[/⁄∕] ?\d[\d., ]*(?:\pL[^%\d]*)?$`)

// isRate tells the column of a rate.
func isRate(c *layout.WideColumn) bool {
	return c != nil && c.Figure != nil && c.Figure.Unit == criteria.Percent
}

// once refuses two columns of one figure.
func (w *wide) once() error {
	var problems problem.List
	seen := map[string]int{}
	for i, c := range w.columns {
		if c == nil {
			continue
		}
		if before, twice := seen[c.ID]; twice {
			problems.Add(w.at(w.head, i).Problem(fmt.Sprintf("cột %q có hai lần (lần trước ở ô %s)", c.Title,
				read.Ref(before+1, w.head)), "giữ một cột, xóa cột kia"))
		}
		seen[c.ID] = i
	}
	return problems.Err()
}

// at is the position of a cell, its column counted from 0.
func (w *wide) at(row, column int) problem.Pos {
	return problem.Pos{File: w.book.File, Sheet: w.sheet.Name, Cell: read.Ref(column+1, row)}
}
