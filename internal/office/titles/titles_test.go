package titles

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/forms"
	"ntm/internal/office/officetest"
	"ntm/internal/places"
	"ntm/internal/store"

	"github.com/xuri/excelize/v2"
)

const heads = "Mã xã;Danh hiệu;Năm;Số quyết định;Ngày;Cơ quan\n"

// What comes in is as the sheet says; twice is once, and of a sheet with a wrong row nothing is
// there.
func TestAllOrNone(t *testing.T) {
	d := officetest.New(t)
	read := func(text string) (*Reading, error) {
		return Read(t.Context(), d.Store, d.Write("a.csv", heads+text), officetest.By, officetest.Now())
	}
	good := "16492;NTM;2015;1/QĐ-GIẢĐỊNH;5/1/2016;UBND tỉnh giả định\n16492;nâng cao;;2/QĐ-GIẢĐỊNH;6/1/2020;\n" +
		"16495;;;;;\n"
	if _, err := read(good + "16495;NTM;2015;;5/1/2016;\n"); err == nil || !strings.Contains(err.Error(), "dòng 5") {
		t.Fatal(err)
	}
	found, err := read(good)
	if err != nil || len(found.New) != 2 || len(found.Known) != 0 {
		t.Fatal(found, err)
	}
	if err := found.Enter(t.Context(), d.Store); err != nil {
		t.Fatal(err)
	}
	if err := found.Enter(t.Context(), d.Store); err == nil { // another desk was faster
		t.Error("a title came in twice")
	}
	if found, err = read(good); err != nil || len(found.New) != 0 || len(found.Known) != 2 {
		t.Fatal(found, err)
	}
	if err := found.Enter(t.Context(), d.Store); err != nil {
		t.Fatal(err)
	}
	c, err := d.Store.Commune(t.Context(), "Thanh Hóa", "16492")
	if err != nil || len(c.Titles) != 2 || len(c.Dossiers) != 0 || c.Held() != criteria.NangCao {
		t.Fatalf("%+v, %v", c, err)
	}
	first := c.Titles[0]
	if first.Entered = ""; first != (docket.Title{Level: criteria.NTM, Year: 2015, Decision: "1/QĐ-GIẢĐỊNH",
		Date: criteria.Day(2016, time.January, 5), Issuer: "UBND tỉnh giả định"}) {
		t.Errorf("%+v", first)
	}
	if got := docket.HeldAt(c.Titles, 2019); got != criteria.NTM {
		t.Error(got)
	}
}

// What a row says that cannot be is told in its words.
func TestRows(t *testing.T) {
	d := officetest.New(t)
	for row, want := range map[string]string{
		"16492;vàng;2015;1;5/1/2016;":                               `đọc thấy danh hiệu "vàng"`,
		"16492;NTM;hai;1;5/1/2016;":                                 `đọc thấy năm "hai"`,
		"16492;NTM;2015;1;31/2/2016;":                               `đọc thấy ngày quyết định "31/2/2016"`,
		"16492;NTM;2012;1;5/1/2016;":                                "không thể công nhận của năm 2012",
		"16492;NTM;2015;" + strings.Repeat("1", 300) + ";5/1/2016;": "quá dài",
		";NTM;2015;1;5/1/2016;":                                     "chưa ghi mã xã hoặc tên xã",
		"99999;NTM;2015;1;5/1/2016;":                                "99999",
		"30337;NTM;2015;1;5/1/2016;":                                "không phải là xã",
		"16492;;;;;":                                                "bảng chưa có danh hiệu nào",
		"16492;NTM;2015;1;5/1/2016;\n16492;NTM;2015;2;6/1/2016;":    "dòng 3: xã Quảng Trung",
	} {
		_, err := Read(t.Context(), d.Store, d.Write("a.csv", heads+row+"\n"), officetest.By, officetest.Now())
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", row, err, want)
		}
	}
	if _, err := Read(t.Context(), d.Store, "khong-co.csv", officetest.By, officetest.Now()); err == nil {
		t.Error("a file that is not there is read")
	}
}

// The blank sheet, filled in, is read.
func TestBlank(t *testing.T) {
	d := officetest.New(t)
	communes, err := forms.CommunesOf("Thanh Hóa", 2024)
	if err != nil {
		t.Fatal(err)
	}
	var out, again bytes.Buffer
	for _, to := range []*bytes.Buffer{&out, &again} {
		if err := WriteBlank(to, communes, officetest.Now()); err != nil {
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
	const first = 7
	for cell, value := range map[string]any{"E7": "nâng cao", "G7": "1/QĐ-GIẢĐỊNH", "I7": "UBND tỉnh giả định",
		"H7": time.Date(2020, 1, 5, 0, 0, 0, 0, time.UTC)} {
		if err := book.SetCellValue("Danh hiệu", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(d.File("a.xlsx")); err != nil {
		t.Fatal(err)
	}
	found, err := Read(t.Context(), d.Store, d.File("a.xlsx"), officetest.By, officetest.Now())
	if err != nil || len(found.New) != 1 || found.New[0].Commune.Code != communes[0].Code || found.New[0].Year != 2020 {
		t.Errorf("%+v, %v (line %d is the first commune's)", found, err, first)
	}
}

// A title is taken back where it is known, and stays taken back however the events come in.
func TestCorrection(t *testing.T) {
	d := officetest.New(t)
	text := d.Write("a.csv", heads+"16492;NTM;2015;1/QĐ-GIẢĐỊNH;5/1/2016;\n")
	found, err := Read(t.Context(), d.Store, text, officetest.By, officetest.Now())
	if err == nil {
		err = found.Enter(t.Context(), d.Store)
	}
	if err != nil {
		t.Fatal(err)
	}
	take := func(code string, year int, reason string) error {
		_, err := Correction(t.Context(), d.Store, office.Which{Text: code, Year: year}, criteria.NTM,
			officetest.By, reason)
		return err
	}
	for _, err := range []error{take("16495", 2015, "sai"), take("16492", 2014, "sai"), take("16492", 2015, "")} {
		if err == nil {
			t.Error("taken back")
		}
	}
	if err := take("16492", 2015, "sai"); err != nil {
		t.Fatal(err)
	}
	if err := take("16492", 2015, "sai"); err == nil {
		t.Error("taken back twice")
	}
	events, err := d.Store.Events(t.Context(), store.Subject{Province: "Thanh Hóa", Commune: "16492"})
	if err != nil || len(events) != 2 {
		t.Fatal(events, err)
	}
	c, err := docket.Fold(events)
	if err != nil || len(c.Titles) != 0 || len(c.Dossiers) != 0 {
		t.Errorf("%+v, %v", c, err)
	}
}

// A commune that the list has only since the reform is told, for a decision of before it.
func TestOfOtherList(t *testing.T) {
	q := places.Query{Name: "Trung Thành", Province: "Thanh Hóa"}
	before := reform.AddDate(-1, 0, 0)
	if says := ofOtherList(q, before); !strings.Contains(says, "có từ ngày 01/07/2025") ||
		!strings.Contains(says, "Thành Sơn") {
		t.Errorf("%q", says)
	}
	if says := ofOtherList(places.Query{Name: "Nơi Không Có"}, before); says != "" {
		t.Errorf("%q", says)
	}
	if says := ofOtherList(q, reform); says != "" {
		t.Errorf("%q", says)
	}
}
