package lawdesk

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation"
	"ntm/internal/lawbook"
	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// wholeSet is an invented decision of all 47 indicators of 2026–2030.
const wholeSet = "../../../testdata/decisions/gia-dinh-tron-bo-2026.docx"

func readSet(t testing.TB, lib *criteria.Library, file string) *Reading {
	t.Helper()
	r := &Reading{Lib: lib, Files: []string{file}}
	if err := r.Read(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r
}

// into is what takes packs into a folder.
func into(folder string) Import {
	return Import{Office: "Văn phòng giả định", Folder: folder, Load: func(empty bool) (*criteria.Library, error) {
		if empty {
			return packs.Embedded(), nil
		}
		return packs.Load(folder)
	}}
}

// gone is a decision gone through: every row ticked, of the figures to choose among the first, then a new one, in turn;
// one threshold mended, a line added, the procedure filled in.
func gone(t testing.TB, p *lawbook.Page) *lawbook.Signed {
	t.Helper()
	on := criteria.Day(2026, 3, 15)
	s := &lawbook.Signed{By: "Người Giả Định", On: on, Rows: map[string]lawbook.Typed{},
		Procedure: map[string]lawbook.Typed{"": {"ntm:decision": "9/2026/QĐ-GĐ", "ntm:date": "1/3/2026"},
			"arrears": {"ntm:value": "Có"}, "satisfaction": {"ntm:value": "90", "ntm:article": "Điều 4"},
			"coverage": {"ntm:value": "Không quy định"},
			"security": {"ntm:value": "Có"}, "quorum": {"ntm:value": "70"}}}
	n := 0
	for _, b := range slices.Concat(p.Rows, p.Lines) {
		if b.Fields == nil {
			continue
		}
		s.Rows[b.ID] = lawbook.Typed{lawbook.Tick: lawbook.Ticked}
		if len(b.Choices) > 0 {
			s.Rows[b.ID]["ntm:figure"] = b.Choices[n%2*(len(b.Choices)-1)]
			n++
		}
		if b.No == "1.2" {
			s.Rows[b.ID]["ntm:at.nhom-2"], s.Rows[b.ID]["ntm:note"] = "82,5", "sửa theo đính chính giả định"
		}
	}
	s.Added = []lawbook.Typed{{lawbook.Tick: lawbook.Ticked, "ntm:criterion": "10", "ntm:no": "10.99",
		"ntm:name": "Chỉ tiêu giả định ghi thêm", "ntm:new.name": "Số mô hình giả định", "ntm:new.unit": "mô hình",
		"ntm:way": "≥", "ntm:value": "2"}, {"ntm:no": "10.98", "ntm:name": "dòng còn dở"}}
	return s
}

// written are the packs of a folder by their names.
func written(t testing.TB, folder string) map[string]string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	out := map[string]string{}
	for _, file := range found {
		text, wrong := os.ReadFile(file)
		if err = wrong; err != nil {
			break
		}
		out[filepath.Base(file)] = string(text)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// What is signed on a page and what is typed into the workbook come to the same packs, byte for byte: all 47
// indicators, with figures chosen and made, a mended threshold, an added line, the procedure.
func TestSignedAsTheWorkbook(t *testing.T) {
	t.Parallel()
	r := readSet(t, packs.Embedded(), wholeSet)
	page := r.Page(nil)
	signed := gone(t, page)
	byPage, byBook := into(filepath.Join(t.TempDir(), "a")), into(filepath.Join(t.TempDir(), "b"))
	plan, err := r.Sign(t.Context(), now(), signed, byPage)
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Files) != 2 || plan.Left.All() != 0 {
		t.Errorf("%d packs, %d rows left", len(plan.Files), plan.Left.All())
	}
	byBook.File = typedInto(t, r, page, signed)
	if _, err := byBook.Take(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(written(t, byBook.Folder), written(t, byPage.Folder)); d != "" {
		t.Error(d)
	}
	lib, err := packs.Load(byPage.Folder)
	if err != nil {
		t.Fatal(err)
	}
	after := readSet(t, lib, wholeSet).Page(nil)
	for _, b := range after.Rows {
		if b.Kind != collation.Same && b.No != "1.2" {
			t.Errorf("signed, %s is %s: %v", b.No, b.Kind, b.Why)
		}
	}
	if len(after.Lines) > 0 || after.Procedure == nil {
		t.Errorf("%d lines are new still; of its procedure %v", len(after.Lines), after.Procedure)
	}
}

// typedInto is the workbook of a decision with the same typed into its cells by hand.
func typedInto(t *testing.T, r *Reading, page *lawbook.Page, s *lawbook.Signed) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "doi-chieu.xlsx")
	out, err := os.Create(file)
	if err == nil {
		_, err = r.Write(out, now())
	}
	if err != nil || out.Close() != nil {
		t.Fatal(err)
	}
	w, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close() //nolint:errcheck // saved below
	sheet := ""
	columns := map[string]int{}
	first := 0
	open := func(name string, most string, below int) {
		rows, err := w.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		sheet, columns = name, map[string]int{}
		for i, row := range rows {
			if slices.Contains(row, most) {
				for j, id := range row {
					columns[id] = j + 1
				}
				first = i + 1 + below
				return
			}
		}
		t.Fatalf("%s has no %s", name, most)
	}
	write := func(row int, typed lawbook.Typed) {
		for id, text := range typed {
			at, _ := excelize.CoordinatesToCellName(columns[id], first+row)
			if err := w.SetCellStr(sheet, at, text); err != nil || columns[id] == 0 {
				t.Fatal(id, err)
			}
		}
	}
	open("Đối chiếu", "ntm:head.by", 2)
	write(0, lawbook.Typed{"ntm:head.by": s.By, "ntm:head.on": "15/3/2026"})
	open("Đối chiếu", "ntm:key", 2)
	for i, b := range page.Rows {
		write(i, s.Rows[b.ID])
	}
	open("Chỉ tiêu mới", "ntm:no", 4)
	for i, b := range page.Lines {
		write(i, s.Rows[b.ID])
	}
	typed := map[string]string{}
	for id, text := range s.Added[0] {
		if id != lawbook.Tick {
			typed[id] = text
		}
	}
	write(len(page.Lines), typed)
	open("Thủ tục công nhận", "ntm:head.decision", 2)
	write(0, lawbook.Typed{"ntm:head.decision": "9/2026/QĐ-GĐ", "ntm:head.date": "1/3/2026"})
	open("Thủ tục công nhận", "ntm:procedure", 2)
	for i, b := range page.Procedure {
		write(i, s.Procedure[b.ID])
	}
	if err := w.Save(); err != nil {
		t.Fatal(err)
	}
	return file
}

// What is not whole is refused with nothing written, and told of the entry by its name, of no cell and no command.
func TestSlipsOnThePage(t *testing.T) {
	t.Parallel()
	r := readSet(t, packs.Embedded(), wholeSet)
	page := r.Page(nil)
	of := func(no string) string {
		at := slices.IndexFunc(page.Lines, func(b lawbook.Beside) bool { return b.No == no })
		if at < 0 {
			t.Fatal("no line ", no)
		}
		return page.Lines[at].ID
	}
	for _, tt := range []struct {
		name string
		slip func(s *lawbook.Signed)
		cell string
	}{
		{"a number that is none", func(s *lawbook.Signed) { s.Rows[of("1.2")]["ntm:at.nhom-1"] = "nhiều" },
			"Ngưỡng: Nhóm 1, chỉ tiêu 1.2"},
		{"no figure chosen", func(s *lawbook.Signed) { delete(s.Rows[of("2.2")], "ntm:figure") },
			"Số liệu có sẵn (chọn), chỉ tiêu 2.2"},
		{"an added line without a name", func(s *lawbook.Signed) { delete(s.Added[0], "ntm:name") },
			"Nội dung chỉ tiêu, chỉ tiêu 10.99"},
		{"a procedure without its decision", func(s *lawbook.Signed) { delete(s.Procedure[""], "ntm:decision") },
			"Số quyết định về thủ tục"},
	} {
		signed := gone(t, page)
		tt.slip(signed)
		m := into(filepath.Join(t.TempDir(), "quy-dinh"))
		_, err := r.Sign(context.Background(), now(), signed, m)
		list := problem.Of(err)
		if err == nil || list[0].Cell != tt.cell || list[0].Sheet != "" || list[0].File != "" ||
			strings.Contains(list[0].Note(), "ntm ") {
			t.Errorf("%s: %+v", tt.name, list)
		}
		if _, err := os.Stat(m.Folder); err == nil {
			t.Errorf("%s: something was written", tt.name)
		}
	}
}
