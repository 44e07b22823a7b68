package dossier_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
)

func TestFigureIsANumberWithItsUnit(t *testing.T) {
	answered := func(r *commune.Report) { r.Traits = []criteria.Trait{} } // so that one column holds
	w := dossiertest.Open(t, dossiertest.QuangTrung(t, answered))
	for _, c := range []struct{ sheet, head, name, value, format string }{
		{"Biểu NTM", "Kết quả thực hiện", dossiertest.IncomeName, "69", `[$-42A]#,##0 "triệu"`},
		{"Biểu NTM", "Tiêu chuẩn đạt chuẩn", dossiertest.IncomeName, "42", `[$-42A]"≥ "#,##0 "triệu"`},
		{"Biểu NTM", "Kết quả thực hiện", "Tỷ lệ nghèo đa chiều giai đoạn 2021-2025", "1.53", `[$-42A]#,##0.00 "%"`},
		{"Biểu NTM", "Tiêu chuẩn đạt chuẩn", "Tỷ lệ nghèo đa chiều giai đoạn 2021-2025", "5", `[$-42A]"≤ "#,##0 "%"`},
	} {
		cell := w.At(c.sheet, c.head, "Tên, nội dung tiêu chí", c.name)
		if got := w.Raw(c.sheet, cell); got != c.value || !w.IsNumber(c.sheet, cell) {
			t.Errorf("%s of %s: %q, want the number %s", c.head, c.name, got, c.value)
		}
		if got := w.Format(c.sheet, cell); got != c.format {
			t.Errorf("%s of %s: format %s, want %s", c.head, c.name, got, c.format)
		}
	}
}

func TestVerdictsOfEveryKind(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t, dossiertest.Spoiled))
	under := func(head, name string) string {
		return w.Raw("Biểu NTM", w.At("Biểu NTM", head, "Tên, nội dung tiêu chí", name))
	}
	const insurance = "Tỷ lệ người dân tham gia bảo hiểm y tế (áp dụng đạt cho cả nam và nữ)"
	const crafts = "Có kế hoạch và triển khai kế hoạch bảo tồn, phát triển làng nghề, làng nghề truyền thống " +
		"(nếu có) gắn với hạ tầng về bảo vệ môi trường"
	for _, c := range []struct{ head, name, want string }{
		{"Kết quả tự đánh giá", dossiertest.IncomeName, "Chưa đạt"},
		{"Minh chứng, ghi chú", dossiertest.IncomeName, "02/TB-GĐ"},
		{"Kết quả tự đánh giá", insurance, "Chưa có số liệu"},
		{"Kết quả thực hiện", insurance, "……"},
		{"Minh chứng, ghi chú", insurance, ""},
		{"Kết quả tự đánh giá", crafts, "Không áp dụng"},
		{"Minh chứng, ghi chú", crafts, ""},
	} {
		if got := under(c.head, c.name); got != c.want {
			t.Errorf("%s of %q: %q, want %q", c.head, c.name, got, c.want)
		}
	}
	// what proves nothing stands below its row
	why, err := w.SearchSheet("Biểu NTM", "Ghi chú: Không áp dụng: xã không có làng nghề")
	_, row, _ := strings.Cut(w.At("Biểu NTM", "Kết quả tự đánh giá", "Tên, nội dung tiêu chí", crafts), "E")
	at, atErr := strconv.Atoi(row)
	if err != nil || atErr != nil || len(why) != 1 || why[0] != fmt.Sprintf("B%d", at+1) {
		t.Errorf("why it is not asked stands at %v: %v, %v", why, err, atErr)
	}
}

// Colour alone says nothing: what failed is bold and what is unknown italic,
// by the word in the cell.
func TestVerdictsAreMarkedWithoutColour(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t, dossiertest.Spoiled))
	formats, err := w.GetConditionalFormats("Biểu NTM")
	if err != nil {
		t.Fatal(err)
	}
	_, verdict, _ := strings.Cut(w.At("Biểu NTM", "Kết quả tự đánh giá", "Tên, nội dung tiêu chí",
		dossiertest.IncomeName), "E")
	covered := false
	for area, rules := range formats {
		top, bottom, _ := strings.Cut(strings.ReplaceAll(area, "E", ""), ":")
		covered = covered || len(top) == len(verdict) && top <= verdict && verdict <= bottom
		for _, rule := range rules {
			style, err := w.GetConditionalStyle(*rule.Format)
			if err != nil {
				t.Fatal(err)
			}
			if !style.Font.Bold && !style.Font.Italic {
				t.Errorf("%s is marked by colour alone", rule.Value)
			}
		}
	}
	if !covered {
		t.Errorf("the verdict in row %s is not marked", verdict)
	}
}

func TestCriterionRow(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t, dossiertest.Spoiled))
	name := w.Find("Biểu NTM", "Y tế")
	for columns, want := range map[int]string{-1: "15", 1: "Cả tiêu chí", 2: "3", 3: "Chưa đủ căn cứ"} {
		if got := w.Raw("Biểu NTM", xlsxtest.Beside(name, columns)); got != want {
			t.Errorf("%d columns from the name: %q, want %q", columns, got, want)
		}
	}
}

func TestConditions(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t))
	const sheet = "Biểu nâng cao"
	w.Find(sheet, "ĐIỀU KIỆN CÔNG NHẬN")
	poll := w.Find(sheet, "Tỷ lệ hài lòng của người dân về kết quả xây dựng nông thôn mới đạt quy định")
	for columns, want := range map[int]string{-1: "3", 1: "90", 2: "98.0769230769", 3: "Đạt",
		6: "04/BC-GĐ; 1.275/1.300 người"} {
		if got := w.Raw(sheet, xlsxtest.Beside(poll, columns)); got != want {
			t.Errorf("%d columns from the condition: %q, want %q", columns, got, want)
		}
	}
	below := w.Find(sheet, "Đạt chuẩn xã nông thôn mới giai đoạn 2021-2025")
	if got := w.Raw(sheet, xlsxtest.Beside(below, 3)); got != "Đạt" {
		t.Errorf("the level below: %q", got)
	}
}

// The threshold of kiểu mẫu is reckoned from that of nâng cao; a council checks
// that by hand.
func TestReckonedThreshold(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t))
	if !w.Says("Biểu kiểu mẫu", " × 50 (") {
		t.Error("the table does not say how the threshold came about")
	}
}

// A rate that rounds to its threshold shows all its decimals.
func TestBorderlineRate(t *testing.T) {
	near := func(r *commune.Report) {
		for i := range r.Figures {
			if f := &r.Figures[i]; f.ID == "irrigated_area_rate" {
				f.Measure = commune.Rate{Numerator: decimal.NewFromInt(79997), Denominator: decimal.NewFromInt(100000)}
			}
		}
	}
	w := dossiertest.Open(t, dossiertest.GiaDinh(t, near))
	cell := w.At("Biểu NTM", "Kết quả thực hiện", "Tên, nội dung tiêu chí",
		"Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động đạt từ 80% trở lên")
	if got, format := w.Raw("Biểu NTM", cell), w.Format("Biểu NTM", cell); got != "79.997" ||
		format != `[$-42A]#,##0.000 "%"` {
		t.Errorf("%s shown as %s", got, format)
	}
	if !w.Says("Biểu NTM", "Sát ngưỡng") {
		t.Error("nothing says that the rate is close to its threshold")
	}
}

func TestDecidingSection(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t, dossiertest.Spoiled))
	for _, words := range []string{
		dossiertest.IncomeName + ": thiếu 1,75 triệu đồng/người/năm",
		"1 chỉ tiêu: 15.1",
		"vượt 1.234,5 triệu đồng",
		"chưa đủ điều kiện theo chính đánh giá này",
	} {
		if !w.Says("Tổng hợp", words) {
			t.Errorf("the overview does not say %q", words)
		}
	}
	if w.Says("Tổng hợp", "Mọi tiêu chí") {
		t.Error("the overview says that everything is met")
	}
	if !dossiertest.Open(t, dossiertest.GiaDinh(t)).Says("Tổng hợp", "Mọi tiêu chí, chỉ tiêu và điều kiện đều đạt.") {
		t.Error("nothing stands in the way, and the overview does not say so")
	}
}

func TestOverviewCounts(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.QuangTrung(t).Only([]criteria.Level{criteria.NTM}))
	for name, want := range map[string]string{
		"Kết luận": "Chưa đủ căn cứ kết luận", "Tiêu chí đạt": "2", "Chỉ tiêu đạt": "2",
		"Minh chứng": "Còn số liệu chưa có minh chứng", "Điều kiện tiên quyết": "Không yêu cầu",
		"Mã đơn vị hành chính": "16492",
		"Hội đồng thẩm định": "Xã nông thôn mới kiểu mẫu, ngày 15 tháng 11 năm 2023: hội đồng thẩm định biểu " +
			"quyết đề nghị công nhận xã nông thôn mới kiểu mẫu năm 2023",
	} {
		got := w.Raw("Tổng hợp", xlsxtest.Beside(w.Find("Tổng hợp", name), 1))
		if got == name { // over two columns
			got = w.Raw("Tổng hợp", xlsxtest.Beside(w.Find("Tổng hợp", name), 2))
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Findings that ask for something stand on the overview; all of them stand on
// their own sheet.
func TestFindings(t *testing.T) {
	a := dossiertest.GiaDinh(t)
	a.Findings = append(a.Findings, assess.Finding{Code: "implausible", Severity: assess.Warning,
		Message: "thu nhập khác xa mức thường gặp", Figures: []string{"income_per_capita"}})
	w := dossiertest.Open(t, a)
	if !w.Says("Tổng hợp", "Thu nhập khác xa mức thường gặp") {
		t.Error("the overview keeps a warning back")
	}
	if w.Says("Tổng hợp", a.Findings[0].Message) {
		t.Error("the overview spells out what only informs")
	}
	warning := w.Find("Đối chiếu", "Thu nhập khác xa mức thường gặp")
	if got := w.Raw("Đối chiếu", xlsxtest.Beside(warning, 1)); !strings.Contains(got, "Thu nhập bình quân") {
		t.Errorf("figure of the finding: %q", got)
	}
}

// What is for communes of another case has not failed: no line of a level that the commune
// reaches says so.
func TestNothingFailsWhereAllIsMet(t *testing.T) {
	w := dossiertest.Open(t, dossiertest.GiaDinh(t))
	elsewhere := 0
	for _, sheet := range []string{"Biểu NTM", "Biểu nâng cao", "Biểu kiểu mẫu"} {
		w.Each(sheet, func(cell, value string) {
			switch value {
			case assess.NotMet.Word():
				t.Errorf("%s!%s says %q", sheet, cell, value)
			case "Không thuộc":
				elsewhere++
			}
		})
	}
	if elsewhere != 2 { // that it is of another case, and what is for that one
		t.Errorf("%d cells say that the commune is of another case", elsewhere)
	}
}

// The rows of an indicator, its parts and the columns that may hold, stay on one page.
func TestIndicatorsStayWhole(t *testing.T) {
	for _, a := range []*assess.Assessment{dossiertest.GiaDinh(t), dossiertest.QuangTrung(t)} {
		sheets, err := dossier.Lay(a, dossier.Options{At: dossiertest.Signed})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sheets {
			if !strings.HasPrefix(s.Name, "Biểu ") {
				continue
			}
			s.Pages()
			parts := 0
			for first := s.Head.Row; first < len(s.Rows) && s.Rows[first].Cells != nil; { // who signs follows
				last, height := first, s.Rows[first].Height
				for last+1 < len(s.Rows) && s.Rows[last+1].Cells != nil && s.Rows[last+1].Cells[0].Value == nil {
					last++
					height += s.Rows[last].Height
				}
				parts += last - first
				for row := first; row < last && height < 0.4*s.Page.Room(); row++ {
					if !s.Rows[row].Bound {
						t.Errorf("%s: row %d may stand on another page than the indicator", s.Name, row+2)
					}
				}
				first = last + 1
			}
			if parts == 0 {
				t.Errorf("%s: no indicator has parts", s.Name)
			}
		}
	}
}
