package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/pattern"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// row finds out whose row it is, and of which year.
func (w *wide) row(r read.Row) Row {
	out := Row{Number: r.Number, cells: slices.Clone(r.Cells), report: &commune.Report{Schema: commune.Schema,
		Year: w.year, Level: w.level}}
	d := cellReader{use1904: w.book.Uses1904}
	var who places.Query
	where := w.at(r.Number, 0)
	for i, c := range w.columns {
		cell := w.given(r, i)
		if c == nil || cell.blank() {
			continue
		}
		switch c.ID {
		case layout.WideCode:
			who.Code, where = d.text(cell), cell.at
		case layout.WideName:
			if who.Name = d.text(cell); who.Code == "" {
				where = cell.at
			}
		case layout.WideDistrict:
			who.District = d.text(cell)
		case layout.WideProvince:
			who.Province = d.text(cell)
		case layout.WideYear:
			out.report.Year = d.year(cell)
		case layout.WideTraits:
			out.report.Traits = d.traits(cell)
		}
	}
	out.report.Pos, out.report.Commune.Pos = where, where
	if r.Fields > w.fields {
		d.problems.Add(w.at(r.Number, w.fields).Problem(
			fmt.Sprintf("dòng này có %d ô, dòng tiêu đề có %d: không rõ số nào thuộc cột nào", r.Fields, w.fields),
			"số có dấu phẩy thập phân phải đặt trong ngoặc kép, hoặc dùng dấu chấm phẩy giữa các cột"))
	}
	if out.report.Year == 0 && len(d.problems) == 0 {
		d.problems.Add(hinted(where, "chưa biết năm xét công nhận của dòng này", hintYear))
	}
	if w.of == 0 {
		w.of = cmp.Or(w.year, out.report.Year)
	}
	if len(d.problems) == 0 {
		d.problems = out.find(who, where)
	}
	if message, hint := out.askWhich(who, w.of); len(d.problems) == 0 && message != "" {
		d.problems.Add(where.Problem(message, hint))
	}
	out.problems = d.problems
	return out
}

// reformYear is the year within which the list of communes changes.
const reformYear = 2025

// askWhich asks which of two units of one code a row is of, whose year lies on the other side of the
// reform than the sheet's, and which nothing else tells apart: its year may be a slip. "" of others.
func (r *Row) askWhich(who places.Query, sheetYear int) (message, hint string) {
	was, is, old, now := places.OfCode(r.report.Commune.Code)
	if (r.report.Year < reformYear) == (sheetYear < reformYear) || who.District != "" || !old || !now ||
		was.Key() == is.Key() || who.Name != "" && vi.Fold(was.Name) != vi.Fold(is.Name) {
		return "", ""
	}
	return fmt.Sprintf("dòng này ghi năm %d trong bảng của năm %d: mã %s là của %s trước ngày 01/07/2025 và của "+
			"%s từ ngày ấy",
			r.report.Year, sheetYear, was.Code, was, is),
		"sửa năm nếu gõ nhầm; đúng là xã cũ thì ghi thêm tên huyện; đúng là xã mới thì chuyển sang bảng của năm ấy"
}

// isTotal is what stands in place of a commune where all of them are added up, folded.
var isTotal = pattern.New(`^(?:tong|cong|tong cong|tong so|toan (?:huyen|tinh|thi xa|thanh pho|vung)|` +
	`binh quan(?: chung)?|trung binh|cong (?:toan|ca) (?:huyen|tinh))(?: *[:(].*)?$`)

// find names the commune, whose code and names must agree; names restore the
// zeros that a spreadsheet takes from the front of a code.
func (r *Row) find(who places.Query, at problem.Pos) problem.List {
	if who.Code == "" && who.Name == "" {
		return problem.List{at.Problem("dòng này có số liệu nhưng không ghi là của xã nào",
			"ghi mã xã, hoặc tên xã, huyện và tỉnh")}
	}
	if isTotal.MatchString(vi.Fold(who.Name)) || who.Name == "" && isTotal.MatchString(vi.Fold(who.Code)) {
		return problem.List{at.Problem("đây là dòng tổng cộng, không phải số liệu của một xã",
			"bỏ dòng tổng cộng khỏi bảng; mỗi dòng là một xã")}
	}
	r.report.Commune = commune.Where{Pos: at, Code: who.Code, Name: who.Name, District: who.District,
		Province: who.Province}
	place, err := r.report.Place()
	if err != nil {
		return problem.Of(err)
	}
	r.report.Commune = commune.Where{Pos: at, Code: place.Code}
	return nil
}

// traits reads traits by their words or codes, apart by semicolons, or by commas
// where that is plain: some of the words hold a comma themselves. "không" is none
// of them; a blank says nothing of any.
func (d *cellReader) traits(c given) []criteria.Trait {
	text := d.text(c)
	if text == "" {
		return nil
	}
	out := []criteria.Trait{}
	if vi.Fold(text) == "khong" || vi.Fold(text) == "khong co" {
		return out
	}
	for _, part := range items(c.Text) {
		if t, ok := traitOf(part); ok {
			out = append(out, t)
			continue
		}
		for word := range strings.SplitSeq(part, ",") {
			t, ok := traitOf(word)
			if !ok {
				d.fail(c, hintTraits, "không có đặc điểm %q", vi.NFC(word))
				return nil
			}
			out = append(out, t)
		}
	}
	return out
}

func hasLetter(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }

func traitOf(word string) (criteria.Trait, bool) {
	word = vi.NFC(word)
	i := slices.IndexFunc(criteria.Traits, func(t criteria.Trait) bool {
		return word == string(t) || vi.Fold(word) == vi.Fold(t.Title())
	})
	if i < 0 {
		return "", false
	}
	return criteria.Traits[i], true
}
