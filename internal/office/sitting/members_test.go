package sitting

import (
	"strings"
	"testing"

	"ntm/internal/council"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// What a list of members says in struck or raised letters, in merged cells, in no
// words or beyond its heads is asked about, with its cell; a plain list is taken.
func TestMembersThatAreNotPlain(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69"))
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	const sheet = "Sheet1"
	styled := func(cell string, style excelize.Style) func(*excelize.File) {
		return func(f *excelize.File) {
			id, err := f.NewStyle(&style)
			must(err)
			must(f.SetCellStyle(sheet, cell, cell, id))
		}
	}
	struck := excelize.Style{Font: &excelize.Font{Strike: true}}
	runs := func(cell string, all ...excelize.RichTextRun) func(*excelize.File) {
		return func(f *excelize.File) { must(f.SetCellRichText(sheet, cell, all)) }
	}
	set := func(cell string, value any) func(*excelize.File) {
		return func(f *excelize.File) { must(f.SetCellValue(sheet, cell, value)) }
	}
	plain := []council.Member{{Name: "Người Một", Office: "UBND tỉnh", Role: council.Chair},
		{Name: "Người Hai", Office: "Sở Y tế", Role: council.Ordinary},
		{Name: "Người Ba", Office: "Sở Tài chính", Role: council.Secretary}}
	for name, tt := range map[string]struct {
		change func(*excelize.File)
		told   string // "" for a list that is taken
	}{
		"a struck name":   {styled("B4", struck), "ô B4: ô này ghi \"Người Hai\" nhưng bị gạch ngang"},
		"a struck office": {styled("D4", struck), "ô D4: ô này ghi \"Sở Y tế\""},
		"a struck role":   {styled("C3", struck), "ô C3: ô này ghi \"Chủ tịch\""},
		"a name of which a part is struck": {runs("B4", excelize.RichTextRun{Text: "Người "}, excelize.RichTextRun{
			Text: "Bốn ", Font: &excelize.Font{Strike: true}}, excelize.RichTextRun{Text: "Hai"}),
			`"Bốn " bị gạch ngang`},
		"a footnote": {runs("B4", excelize.RichTextRun{Text: "Người Hai"}, excelize.RichTextRun{Text: "1",
			Font: &excelize.Font{VertAlign: "superscript"}}), `"1" viết nhỏ lệch dòng`},
		"below the line": {runs("D4", excelize.RichTextRun{Text: "Sở Y tế"}, excelize.RichTextRun{Text: "*",
			Font: &excelize.Font{VertAlign: "subscript"}}), `"*" viết nhỏ lệch dòng`},
		"an office over two":      {func(f *excelize.File) { must(f.MergeCell(sheet, "D4", "D5")) }, "ô D4: ô này gộp"},
		"a name over two":         {func(f *excelize.File) { must(f.MergeCell(sheet, "B3", "B4")) }, "ô B3: ô này gộp"},
		"a name over its columns": {func(f *excelize.File) { must(f.MergeCell(sheet, "B5", "C5")) }, "ô B5: ô này gộp"},
		"a number":                {set("B4", 12), `ô B4: ô này giữ "12", không phải chữ`},
		"an answer":               {set("B4", true), "không phải chữ"},
		"bold, and a title over it": {func(f *excelize.File) {
			styled("B4", excelize.Style{Font: &excelize.Font{Bold: true}})(f)
			must(f.MergeCell(sheet, "A1", "D1"))
		}, ""},
		"plain": {func(*excelize.File) {}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := excelize.NewFile()
			for i, row := range [][]any{{"DANH SÁCH THÀNH VIÊN"}, {"STT", "Họ và tên", "Chức danh", "Cơ quan"},
				{1, "Người Một", "Chủ tịch", "UBND tỉnh"}, {2, "Người Hai", "Ủy viên", "Sở Y tế"},
				{3, "Người Ba", "Thư ký", "Sở Tài chính"}} {
				must(f.SetSheetRow(sheet, "A"+string(rune('1'+i)), &row))
			}
			tt.change(f)
			o := d.opening()
			o.Members, o.MembersFile = nil, d.File("thanh-vien.xlsx")
			must(f.SaveAs(o.MembersFile))
			got, err := o.listed(t.Context())
			if tt.told == "" {
				if diff := cmp.Diff(plain, got); diff != "" || err != nil {
					t.Error(diff, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.told) || len(got) > 0 {
				t.Errorf("%v: %v, want %q", got, err, tt.told)
			}
		})
	}
}

// A row of a table of members with more fields than heads is refused.
func TestMembersBeyondTheirHeads(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69"))
	for name, text := range map[string]string{
		"a comma in an office": "Họ và tên,Cơ quan\nNgười Một,Sở Nông nghiệp, Môi trường\n",
		"a comma in a name":    "Họ và tên,Vai trò,Cơ quan\nNgười Một,Thư ký,UBND\nNgười, Hai,Ủy viên,Sở Y tế\n",
		"a semicolon":          "Họ và tên;Cơ quan\nNgười Một;Sở Y tế; Sở Tài chính\n",
	} {
		o := d.opening()
		o.Members, o.MembersFile = nil, d.Write("tv.csv", text)
		if got, err := o.listed(t.Context()); err == nil || !strings.Contains(err.Error(), "không rõ nội dung nào") {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
