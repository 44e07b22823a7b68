package docx_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What tracked changes made of a cell stands beside its text, and the reader of the paper
// is told of them.
func TestTrackedChanges(t *testing.T) {
	inserted := func(text string) string { return "<w:ins>" + run("", text) + "</w:ins>" }
	deleted := func(text string) string {
		return "<w:del><w:r><w:delText>" + text + "</w:delText></w:r></w:del>"
	}
	for _, c := range []struct {
		name, table, text string
		changed           []string
		said              string // in what is said of the paper; "" for nothing
	}{
		{"none", table(row(said("≥ 80%"))), "≥ 80%", nil, ""},
		{"a number put for another", table(row(cell("", para(run("", "≥ "), deleted("70"), inserted("80"),
			run("", "%"))))), "≥ 80%", []string{`thêm "80"`, `xóa "70"`},
			"(1 chỗ thêm, 1 chỗ xóa): đọc như đã chấp nhận hết"},
		{"only deleted", table(row(cell("", para(run("", "≥ 80%"), deleted(" trở lên"))))), "≥ 80%",
			[]string{`xóa "trở lên"`}, "trong bảng: bảng 1 dòng 1 cột 1"},
		{"moved here", table(row(cell("", para("<w:moveFrom>"+run("", "80%")+"</w:moveFrom>",
			"<w:moveTo>"+run("", "80%")+"</w:moveTo>")))), "80%", []string{`thêm "80%"`, `xóa "80%"`}, "bảng 1"},
		{"in a content control", table(row(cell("", "<w:sdt><w:sdtContent>"+para(inserted("80%"))+
			"</w:sdtContent></w:sdt>"))), "80%", []string{`thêm "80%"`}, "bảng 1"},
		{"a whole row", table(`<w:tr><w:trPr><w:ins/></w:trPr>` + said("80%") + `</w:tr>`), "80%",
			[]string{"thêm cả dòng"}, "(1 chỗ thêm, 0 chỗ xóa)"},
		{"a row taken away", table(row(said("80%")), `<w:tr><w:trPr><w:del/></w:trPr>`+said("b")+`</w:tr>`), "80%",
			nil, "bảng 1 một dòng bị xóa sau dòng 1"},
		{"spaces", table(row(cell("", para(run("", "80%"), inserted(" "))))), "80%", nil, ""},
		{"hidden", table(row(cell("", para(run("", "80%"), "<w:ins>"+run("<w:vanish/>", "x")+"</w:ins>")))), "80%",
			nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := read(t, word(t, c.table))
			if err != nil {
				t.Fatal(err)
			}
			got := d.Blocks[0].Table.At(1, 1)
			if diff := cmp.Diff([]any{c.text, c.changed}, []any{got.Text, got.Changed}); diff != "" {
				t.Error(diff)
			}
			told := strings.Join(d.Said, "\n")
			if (c.said == "") != (told == "") || !strings.Contains(told, c.said) {
				t.Errorf("said is %q, want %q", told, c.said)
			}
		})
	}
}

// Changes outside of tables are said too, and many are not all named.
func TestTrackedChangesInAll(t *testing.T) {
	one := "<w:ins>" + run("", "x") + "</w:ins>"
	d, err := read(t, word(t, para(one)))
	if err != nil || len(d.Said) != 1 || !strings.Contains(d.Said[0], "không có chỗ nào trong bảng") {
		t.Errorf("%v, %v", d.Said, err)
	}
	var rows []string
	for range 13 {
		rows = append(rows, row(cell("", para(one))))
	}
	d, err = read(t, word(t, table(rows...)))
	if err != nil || len(d.Said) != 1 || !strings.Contains(d.Said[0], "bảng 1 dòng 10 cột 1 và 3 ô nữa") {
		t.Errorf("%v, %v", d.Said, err)
	}
}
