package desk

import (
	"strings"
	"testing"

	"ntm/internal/form/layout"

	"github.com/google/go-cmp/cmp"
)

// A piece of a spreadsheet goes where it is put, by its titles or by its place.
func TestPaste(t *testing.T) {
	d := opened(t)
	d.begun(t)
	for name, c := range map[string]struct {
		table         *layout.Table
		row, id, text string
		says          string // of the error
		want          map[string]string
	}{
		"titles": {&layout.ArrearsTable, "", "", "Còn nợ\tCông trình\n12,5\tĐường\n", "",
			map[string]string{"1/ntm:work": "Đường", "1/ntm:owed": "12,5"}},
		"in order": {&layout.PollTable, "3", "ntm:households", "1\t2\n\t4", "",
			map[string]string{"3/ntm:households": "1", "3/ntm:forms_out": "2", "4/ntm:households": "",
				"4/ntm:forms_out": "4"}},
		"as printed": {&layout.PollTable, "", "", "T\t5\t4\t3\t2\t66 %", "",
			map[string]string{"1/ntm:village": "T", "1/ntm:households": "5", "1/ntm:forms_out": "4",
				"1/ntm:forms_back": "3",
				"1/ntm:satisfied":  "2"}},
		"quotes": {&layout.SmartTable, "", "", "\"a\n\"\"b\"\"\"\r\n\"c\" d\r\n", "",
			map[string]string{"1/ntm:smart_village": `a "b"`, "2/ntm:smart_village": `"c" d`}},
		"ends in a tab": {&layout.PollTable, "", "", "T\t", "", map[string]string{"1/ntm:village": "T",
			"1/ntm:households": ""}},
		"too wide":     {&layout.PollTable, "", "ntm:satisfied", "1\t2", "dòng 1 có 2 cột", nil},
		"unreadable":   {&layout.PollTable, "", "", "T\t5\t4\t3\t2\nU\tnhiều\t4\t3\t2", "dòng 2, cột Số hộ", nil},
		"past the end": {&layout.PollTable, "1000", "", "T\nU", "1000 dòng", nil},
		"nothing":      {&layout.PollTable, "", "", "\n \t", "không có gì", nil},
		"too long":     {&layout.PollTable, "", "", strings.Repeat("ă", 5000), "quá dài", nil},
	} {
		t.Run(name, func(t *testing.T) {
			cells, err := d.Paste(t.Context(), quangTrung, Pasting{c.table, c.row, c.id, c.text})
			if c.says != "" {
				if err == nil || !strings.Contains(err.Error(), c.says) {
					t.Error(err)
				}
				return
			}
			got := map[string]string{}
			for _, cell := range cells {
				got[cell.Item+"/"+cell.ID] = cell.Text
			}
			if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
		})
	}
	w, err := d.Read(t.Context(), quangTrung)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := d.Plan(t.Context(), w)
	if err != nil || len(Traits(plan)) == 0 || w.Free(&layout.PollTable) != 1 {
		t.Error(plan, err)
	}
}

// Any text is cut into cells that hold nothing but what stood in it.
func FuzzPieces(f *testing.F) {
	for _, s := range []string{"a\tb\n", "\"a\n\"\"\"\tb", "\"", "\t", "a\r\n\r\nb", "\"a\"b\tc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, row := range pieces(text) {
			for _, cell := range row {
				if strings.ContainsAny(cell, "\t\n") || len(cell) > len(text)+4 {
					t.Errorf("%q holds %q", text, cell)
				}
			}
		}
	})
}
