package read

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	textunicode "golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

func utf16Of(t *testing.T, order textunicode.Endianness, text string) string {
	t.Helper()
	out, err := textunicode.UTF16(order, textunicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCSV(t *testing.T) {
	plain := map[string]string{"A1": "Xã", "B1": "Thu nhập", "A2": "Kiểm", "B2": "538.336"}
	for _, tt := range []struct {
		name, data string
		want       map[string]string
	}{
		{"commas", "Xã,Thu nhập\nKiểm,538.336\n", plain},
		{"semicolons", "Xã;Thu nhập\r\nKiểm;538.336", plain},
		{"tabs", "Xã\tThu nhập\r\nKiểm\t538.336\r\n", plain},
		{"a byte order mark", "\uFEFFXã;Thu nhập\nKiểm;538.336\n", plain},
		{"UTF-16 of Windows", utf16Of(t, textunicode.LittleEndian, "Xã\tThu nhập\r\nKiểm\t538.336\r\n"), plain},
		{"UTF-16 the other way", utf16Of(t, textunicode.BigEndian, "Xã;Thu nhập\nKiểm;538.336\n"), plain},
		{"line ends of old Macs", "Xã;Thu nhập\rKiểm;538.336\r", plain},
		{"a named separator", "sep=,\r\nXã,Thu nhập\nKiểm,538.336", plain},
		{"a named separator against what one would find", "sep=|\na,b;c|d,e;f\n", map[string]string{"A1": "a,b;c",
			"B1": "d,e;f"}},
		{"a named separator in quotes", "\uFEFF\"SEP=;\"\nXã;Thu nhập\nKiểm;538.336", plain},
		{"a separator that is none", "sep=x;1\n", map[string]string{"A1": "sep=x", "B1": "1"}},
		{"decimal commas between semicolons", "Mã;A;B\n1,5;2,5;3,5\n1,6;2,6;3,6\n", map[string]string{"A1": "Mã",
			"B1": "A", "C1": "B", "A2": "1,5", "B2": "2,5", "C2": "3,5", "A3": "1,6", "B3": "2,6", "C3": "3,6"}},
		{"a title above, with commas", "Bảng số liệu, năm 2025, tỉnh giả định\n\nMã;A\n1;2,5\n3;4,5\n",
			map[string]string{"A1": "Bảng số liệu, năm 2025, tỉnh giả định", "A3": "Mã", "B3": "A", "A4": "1",
				"B4": "2,5", "A5": "3", "B5": "4,5"}},
		{"separators within quotes", "\"a;b;c\",\"d\"\"e\"\n\"f;g;h\",i\n", map[string]string{"A1": "a;b;c",
			"B1": `d"e`, "A2": "f;g;h", "B2": "i"}},
		{"one column", "một\nhai\n", map[string]string{"A1": "một", "A2": "hai"}},
		{"blank rows and cells count", "\n\na;;c\n;;\n\n;d;\n", map[string]string{"A3": "a", "C3": "c", "B6": "d"}},
		{"a cell of two lines is in one row", "a;\"b\r\nb\nb\"\nc;d\n\ne;\"f\n\"\ng;h",
			map[string]string{"A1": "a", "B1": "b\nb\nb", "A2": "c", "B2": "d", "A4": "e", "B4": "f\n", "A5": "g",
				"B5": "h"}},
		{"texts stay as they are", " a ;=1+1;TRUE;15/3/2022;\u00a080 %\n", map[string]string{"A1": " a ",
			"B1": "=1+1", "C1": "TRUE", "D1": "15/3/2022", "E1": "\u00a080 %"}},
		{"nothing but a mark", "\uFEFF", map[string]string{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, "thu.csv", []byte(tt.data))
			if len(b.Sheets) != 1 || b.Sheets[0].Hidden || b.Sheets[0].Name != "" {
				t.Fatalf("got %+v", b.Sheets)
			}
			got := map[string]string{}
			for at, c := range cells(t, b.Sheets[0]) {
				got[at] = c.Text
				if c != (Cell{Kind: Text, Text: c.Text}) {
					t.Errorf("%s is %+v", at, c)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestCSVRefused(t *testing.T) {
	for _, tt := range []struct{ name, data, at, says, hint string }{
		{"Windows-1258", "X\xE3;1\n", "", "UTF-8", "CSV UTF-8"},
		{"UTF-16 without its mark", "X\x00;\x001\x00\n\x00", "", "UTF-8", "CSV UTF-8"},
		{"a quote that is not closed", "a;b\n\"c\nd\";e\n\"f;g\n", "A3", "ngoặc kép", "sửa dòng này"},
		{"a quote within", "a;b\nc\"d;e\n", "A2", "ngoặc kép", "sửa dòng này"},
		{"too long a cell", "a;" + strings.Repeat("ầ", maxText+1), "B1", "32.767", "rút ngắn"},
		{"too wide", "a\n" + strings.Repeat(";", maxColumns) + "b\n", Ref(maxColumns+1, 2), "2.000", "ngoài bảng"},
		{"too wide to be read at all", "a\n" + strings.Repeat("\"\n\";", lastColumn) + "b\n", Ref(lastColumn, 2),
			"2.000", "ngoài bảng"},
		{"too many rows", strings.Repeat("a\n", maxRows+1), "", "200.000", "chia"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := refused(t, "thu.csv", []byte(tt.data))
			if p.Cell != tt.at || !strings.Contains(p.Message, tt.says) || !strings.Contains(p.Hint, tt.hint) {
				t.Errorf("got %+v", p)
			}
		})
	}
}

// What a program writes as CSV is read back, whatever stands in the cells.
func TestCSVProperty(t *testing.T) {
	cell := rapid.StringOfN(rapid.SampledFrom([]rune("ab ầ;,\t\"\n.1")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 2, 2), 1, 5).Draw(t, "rows")
		var data bytes.Buffer
		delimiter := rapid.SampledFrom([]rune(";,\t")).Draw(t, "delimiter")
		data.WriteString("sep=" + string(delimiter) + "\n")
		w := csv.NewWriter(&data)
		w.Comma, w.UseCRLF = delimiter, false
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		b, err := readBytes("thu.csv", data.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		table, err := b.Sheets[0].Table()
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, want := range row {
				if got := table.At(i+1, j+1).Text; got != want {
					t.Fatalf("%s: got %q, want %q", Ref(j+1, i+1), got, want)
				}
			}
		}
	})
}
