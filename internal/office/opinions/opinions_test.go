package opinions

import (
	"bytes"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/officetest"

	"github.com/xuri/excelize/v2"
)

// desk has a dossier of Quảng Trung.
func desk(t *testing.T) (officetest.Desk, *docket.Dossier) {
	t.Helper()
	d := officetest.New(t)
	in := office.Intake{Store: d.Store, Lib: packs.Embedded(), By: officetest.By, Version: "v0-thử"}
	err := in.TakeIn(t.Context(), []string{d.Report("a.yaml", "income_per_capita=69")},
		func(i *office.Incoming) error { return i.Err }, func(i *office.Incoming) error { return i.Err })
	if err != nil {
		t.Fatal(err)
	}
	d.Ready()
	_, of, err := office.Which{Text: "16492"}.Dossier(t.Context(), d.Store)
	if err != nil {
		t.Fatal(err)
	}
	return d, of
}

// What goes out blank is read when it is filled in, each opinion once; those that the store has
// are counted.
func TestOutAndBack(t *testing.T) {
	d, of := desk(t)
	b := Blank{Department: "Sở giả định", On: "2, 3", Dossiers: []*docket.Dossier{of}}
	var out, again bytes.Buffer
	for _, to := range []*bytes.Buffer{&out, &again} {
		if err := b.Write(to, officetest.Now()); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("other bytes the second time")
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	for result, want := range map[string]int{"Đạt": 0, "Chưa đạt": 2} {
		if err := book.SetCellValue("Ý kiến", "H6", result); err != nil {
			t.Fatal(err)
		}
		if err := book.SaveAs(d.File("b.xlsx")); err != nil {
			t.Fatal(err)
		}
		found, known, err := Read(t.Context(), d.Store, d.File("b.xlsx"), "", 0)
		if err != nil || known != 2-want || len(found) != want/2 {
			t.Fatalf("%s: %+v, %d known, %v", result, found, known, err)
		}
		for _, one := range found {
			if len(one.New) != want || one.New[0] != any(docket.Opinion{Department: "Sở giả định", On: "2",
				Result: result}) {
				t.Errorf("%+v", one.New)
			}
		}
	}
}

// A commune is found by code or names; a row twice is one opinion; what is missing is told.
func TestRows(t *testing.T) {
	d, _ := desk(t)
	for text, want := range map[string]string{
		"16492;;;;;15;Đạt;;": "",
		";Quảng Trung;Quảng Xương;Thanh Hóa;;15;Đạt;;1/12/2023": "",
		"16492;;;;;15;Đạt;;\n;Quảng Trung;;Thanh Hóa;;15;Đạt;;": "",
		"16492;;;;;;Đạt;;":                                 "ý kiến còn thiếu tiêu chí",
		"16492;;;;;15;;có lời;":                            "ý kiến còn thiếu kết quả",
		"16492;;;;;15;" + strings.Repeat("a", 5000) + ";;": "quá dài",
		"16492;Quảng Ngọc;;;;15;Đạt;;":                     "không khớp với tên",
		"16492;;;;2019;15;Đạt;;":                           "chưa có hồ sơ năm 2019",
		"16492;;;;;15;;;":                                  "bảng chưa có ý kiến nào",
	} {
		file := d.Write("a.csv", "Mã xã;Xã;Huyện;Tỉnh;Năm;Tiêu chí;Kết quả;Nhận xét;Ngày\n"+text+"\n")
		found, _, err := Read(t.Context(), d.Store, file, "Sở thử", 0)
		if want == "" && (err != nil || len(found) != 1 || len(found[0].New) != 1) ||
			want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %+v, %v; want %q", text, found, err, want)
		}
	}
	file := d.Write("b.csv", "Mã xã;Tiêu chí;Kết quả\n16492;15;Đạt\n")
	if _, _, err := Read(t.Context(), d.Store, file, "", 0); err == nil || !strings.Contains(err.Error(), "cơ quan") {
		t.Error(err)
	}
	if _, _, err := Read(t.Context(), d.Store, "khong-co.csv", "", 0); err == nil {
		t.Error("a file that is not there is read")
	}
}
