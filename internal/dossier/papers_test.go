package dossier_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/typed"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
)

func TestCoverNamesTheHighestLevel(t *testing.T) {
	for level, want := range map[criteria.Level]string{
		criteria.NTM: "NÔNG THÔN MỚI NĂM 2023", criteria.NangCao: "NÔNG THÔN MỚI NÂNG CAO NĂM 2023",
		criteria.KieuMau: "NÔNG THÔN MỚI KIỂU MẪU NĂM 2023",
	} {
		a := dossiertest.QuangTrung(t).Only([]criteria.Level{level})
		w := dossiertest.Open(t, a)
		w.Find("Bìa", want)
		w.Find("Bìa", a.Levels[0].Rules.Name)
		for _, other := range dossiertest.QuangTrung(t).Levels {
			if other.Level != level && w.Says("Bìa", other.Rules.Name) {
				t.Errorf("%s: the cover names the standard of %s", level, other.Level)
			}
		}
	}
	w := dossiertest.Open(t, dossiertest.QuangTrung(t))
	for _, words := range []string{
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "XÃ QUẢNG TRUNG",
		"Quảng Trung, ngày …… tháng …… năm 2023", "Xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa",
		"NÔNG THÔN MỚI KIỂU MẪU NĂM 2023", "Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao giai đoạn 2021-2025",
		"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "DỰ THẢO",
	} {
		w.Find("Bìa", words)
	}
}

// The four numbers that the newspaper gives of Quảng Trung's capital.
func TestCapitalOfQuangTrung(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.QuangTrung(t))
	const sheet = "Nguồn lực"
	for _, c := range []struct {
		beside       string
		columns      int
		value, shown string
	}{
		{"Tổng số", 5, "538336", "538,336"},
		{"Nhân dân đóng góp", 5, "412300", "412,300"},
		{"Nhân dân đóng góp", 6, "76.6", "76.6 %"},
		{"Chưa ghi theo nguồn", 6, "23.4", "23.4 %"},
		{"Tổng số", 6, "100", "100.0 %"},
		{"Hiến đất", 1, "10350", "10,350"},
		{"Chưa ghi theo nguồn", 5, "126036", "126,036"},
	} {
		cell := xlsxtest.Beside(w.Find(sheet, c.beside), c.columns)
		shown, err := w.GetCellValue(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Raw(sheet, cell); got != c.value || shown != c.shown || !w.IsNumber(sheet, cell) {
			t.Errorf("%s: %s shown as %s, want the number %s shown as %s", c.beside, got, shown, c.value, c.shown)
		}
	}
	if got := w.Raw(sheet, xlsxtest.Beside(w.Find(sheet, "Hiến đất"), 2)); got != "m²" {
		t.Errorf("land is measured in %q", got)
	}
	if got := w.Raw(sheet, xlsxtest.Beside(w.Find(sheet, "Hiến đất"), 4)); got != "" {
		t.Errorf("land without a price is worth %q", got)
	}
	w.Find(sheet, "ĐVT: triệu đồng")
}

func TestCapitalByLine(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t))
	const sheet = "Nguồn lực"
	labour := w.Find(sheet, "Ngày công")
	for columns, want := range map[int]string{-1: "Nhân dân đóng góp", 1: "6800", 2: "ngày công", 3: "0.25",
		4: "1700", 5: "2021-2023"} {
		if got := w.Raw(sheet, xlsxtest.Beside(labour, columns)); got != want {
			t.Errorf("%d columns from the kind: %q, want %q", columns, got, want)
		}
	}
	total := xlsxtest.Beside(w.Find(sheet, "Tổng số"), 5)
	if got := w.Raw(sheet, total); got != "102705.75" || w.Raw(sheet, xlsxtest.Beside(total, 2)) != "cộng các nguồn" {
		t.Errorf("total %s, %s", got, w.Raw(sheet, xlsxtest.Beside(total, 2)))
	}
	w.Find(sheet, "ĐVT: triệu đồng; từng tỷ lệ đã làm tròn") // 4,1 + 9,4 + … + 18,7 = 100,1
}

// An empty list of arrears says that there are none; no list says nothing.
func TestArrears(t *testing.T) {
	none := dossiertest.Open(t, dossiertest.GiaDinh(t))
	arrears := none.Find("Nguồn lực", "Nợ đọng xây dựng cơ bản thuộc chương trình")
	if got := none.Raw("Nguồn lực", xlsxtest.Beside(arrears, 5)) + none.Raw("Nguồn lực",
		xlsxtest.Beside(arrears, 6)); got != "0không có" {
		t.Errorf("no arrears, below the capital: %q", got)
	}
	alone := dossiertest.Open(t, dossiertest.GiaDinh(t, func(r *commune.Report) { r.Capital = nil }))
	alone.Find("Nợ đọng", "Không có nợ đọng xây dựng cơ bản.")
	if got := alone.Raw("Nợ đọng", xlsxtest.Beside(alone.Find("Nợ đọng", "Cộng"), 5)); got != "0" {
		t.Errorf("sum of no arrears: %q", got)
	}
	some := dossiertest.Open(t, dossiertest.GiaDinh(t, func(r *commune.Report) {
		paid, road, house := decimal.RequireFromString("900.5"), decimal.RequireFromString("99.5"),
			decimal.NewFromInt(20)
		r.Arrears = []commune.Arrear{
			{Work: "Đường trục xã", Owed: new(commune.Exact(road)), Paid: &paid, Plan: "quý I năm 2024"},
			{Work: "Nhà văn hóa thôn 2", Owed: new(commune.Exact(house))},
		}
	}))
	if got := some.Raw("Nợ đọng", xlsxtest.Beside(some.Find("Nợ đọng", "Cộng"), 5)); got != "119.5" {
		t.Errorf("sum of arrears: %q, want 119.5", got)
	}
	open := dossiertest.Open(t, dossiertest.GiaDinh(t, func(r *commune.Report) {
		r.Arrears = []commune.Arrear{{Work: "Đường trục xã", Owed: &commune.Amount{Decimal: decimal.NewFromInt(200),
			Bound: typed.LessThan, Words: "dưới 200 triệu"}},
			{Work: "Nhà văn hóa thôn 2", Owed: &commune.Amount{Decimal: decimal.NewFromInt(90), Bound: typed.LessThan}}}
	}))
	for row, want := range map[string]string{"Đường trục xã": "dưới 200 triệu", "Nhà văn hóa thôn 2": "dưới 90",
		"Cộng": "dưới 290"} {
		if got := open.Raw("Nợ đọng", xlsxtest.Beside(open.Find("Nợ đọng", row), 5)); got != want {
			t.Errorf("owed beside %s: %q, want %q", row, got, want)
		}
	}
	if got := some.Raw("Nợ đọng", xlsxtest.Beside(some.Find("Nợ đọng", "Đường trục xã"), 4)); got != "900.5" {
		t.Errorf("paid: %q, want 900.5", got)
	}
}

func TestSatisfaction(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t, func(r *commune.Report) {
		r.Satisfaction.Villages[1].FormsBack, r.Satisfaction.Villages[1].Satisfied = new(decimal.Decimal),
			new(decimal.Decimal)
	}))
	const sheet = "Hài lòng"
	if got := w.Raw(sheet, xlsxtest.Beside(w.Find(sheet, "Thôn 1"), 5)); got != "98.39" {
		t.Errorf("rate of Thôn 1: %q, want 98.39", got)
	}
	if got := w.Raw(sheet, xlsxtest.Beside(w.Find(sheet, "Thôn 2"), 5)); got != "" {
		t.Errorf("rate of a village where no form came back: %q", got)
	}
	whole := w.Find(sheet, "Cả xã")
	for columns, want := range map[int]string{1: "1850", 2: "1313", 3: "1131", 4: "1109", 5: "98.05"} {
		if got := w.Raw(sheet, xlsxtest.Beside(whole, columns)); got != want {
			t.Errorf("whole commune, column %d: %q, want %q", columns, got, want)
		}
	}
	w.Find(sheet, "Theo 04/BC-GĐ; tỷ lệ hài lòng tính trên số phiếu thu về")
}

func TestEvidence(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t, func(r *commune.Report) {
		r.Evidence = append(r.Evidence, commune.Evidence{ID: "anh", Title: "Hình ảnh", File: "anh.zip"})
	}))
	const sheet = "Minh chứng"
	for _, c := range []struct {
		document string
		columns  int
		want     string
	}{
		{"02/TB-GĐ", 1, "05/12/2023"},
		{"02/TB-GĐ", 4, "chưa có tệp"},
		{"02/TB-GĐ", 6, "NTM: 10; nâng cao: 10; kiểu mẫu: 2"},
		{"05/XN-GĐ", 6, "Điều kiện: Xã không phức tạp về an ninh, trật tự"},
		{"Hình ảnh", 1, "anh.zip"},
		{"Hình ảnh", 2, "chưa kiểm tra tệp"},
		{"Hình ảnh", 3, "Chưa dùng cho chỉ tiêu nào"},
	} {
		if got := w.Raw(sheet, xlsxtest.Beside(w.Find(sheet, c.document), c.columns)); got != c.want {
			t.Errorf("%s, %d columns on: %q, want %q", c.document, c.columns, got, c.want)
		}
	}
}

func TestBasis(t *testing.T) {
	a := dossiertest.GiaDinh(t)
	a.Levels[0].Conditions[0].Threshold.Basis.AmendedBy = "03/2024/QĐ-TTg"
	w := dossiertest.Open(t, a)
	const sheet = "Căn cứ pháp lý"
	paper := w.Find(sheet, "00/QĐ-GIẢ-ĐỊNH, Phụ lục giả định")
	for columns, want := range map[int]string{
		1: "Cơ quan sử dụng", 2: "Bắc Trung Bộ, năm 2023",
		4: "đã xác nhận, Người kiểm tra giả định, ngày 01/01/2023", 5: "[1]",
	} {
		if got := w.Raw(sheet, xlsxtest.Beside(paper, columns)); got != want {
			t.Errorf("%d columns from the decision: %q, want %q", columns, got, want)
		}
	}
	if got := w.Raw(sheet, xlsxtest.Beside(paper, 3)); !strings.Contains(got, "2.1, 2.2") {
		t.Errorf("indicators of the decision: %s", got)
	}
	if got := w.Raw(sheet, xlsxtest.Beside(w.Find(sheet, "giả định, chỉ để thử chương trình"), -1)); got != "[1]" {
		t.Errorf("source [1] is %s", got)
	}
	if !w.Says(sheet, "sửa đổi bởi 03/2024/QĐ-TTg") {
		t.Error("the condition's decision is not named with the one that amends it")
	}
}
