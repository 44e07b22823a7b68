package dossier_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
)

// laid are the rows of each sheet of a dossier, their cells apart by " | ".
func laid(t *testing.T, a *assess.Assessment) map[string][]string {
	t.Helper()
	sheets, err := dossier.Lay(a, dossier.Options{At: dossiertest.Signed})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, s := range sheets {
		for _, r := range s.Rows {
			var cells []string
			for _, c := range r.Cells {
				if c.Value != nil && c.Value != "" {
					cells = append(cells, fmt.Sprint(c.Value))
				}
			}
			out[s.Name] = append(out[s.Name], strings.Join(cells, " | "))
		}
	}
	return out
}

// What a report tells besides stands on sheets of its own, and nothing that it does not tell.
func TestWhatTheReportTellsBesides(t *testing.T) {
	got := laid(t, dossiertest.GiaDinh(t, dossiertest.Told))
	for sheet, rows := range map[string][]string{
		"Số liệu khác": {"Tổng số hộ của xã | 1.850 hộ", "Tỷ lệ hộ nghèo | 0,65 %",
			"Tỷ lệ kênh mương được kiên cố hóa | 85,4 %", "Thu nhập bình quân đầu người | triệu đồng/người/năm | " +
				"52 | 58.1 | 62.5",
			"Số hợp tác xã trên địa bàn xã | hợp tác xã | 2 | 3", "Xã nông thôn mới | 19/19 tiêu chí, 57/57 chỉ tiêu"},
		"Kết quả thực hiện": {"1 | 2. Giao thông | =Cứng hóa đường thôn | 2,8 km | 4,2 tỷ đồng"},
		"Hài lòng": {"Tổng số hộ | 1850", "Tỷ lệ hài lòng | 98,1 %", "=Giao thông | 98,2 %",
			"Điện | 1300 | 1290 | 99.23"},
		"Nguồn lực": {"2 | Ngân sách trung ương | 4200 | 4.1 | trong đó, đã tính ở dòng chung"},
		"Tổng hợp": {"Hội đồng thẩm định | Xã nông thôn mới, ngày 15 tháng 11 năm 2019: 20/20 thành " +
			"viên có mặt tán thành"},
	} {
		for _, want := range rows {
			if !slices.ContainsFunc(got[sheet], func(row string) bool { return strings.HasPrefix(row, want) }) {
				t.Errorf("%s: %q is not among\n%s", sheet, want, strings.Join(got[sheet], "\n"))
			}
		}
	}
	for _, row := range got["Số liệu khác"] {
		if strings.Contains(row, "Diện tích tự nhiên") || strings.Contains(row, "hồ sơ") {
			t.Errorf("not told, and listed: %s", row)
		}
	}
	for name, rows := range laid(t, dossiertest.GiaDinh(t)) {
		if name == "Số liệu khác" || name == "Kết quả thực hiện" {
			t.Errorf("nothing is told, and %s says %q", name, rows)
		}
	}
}

// A poll that is told of the whole commune alone has its sheet too.
func TestThePollOfTheWholeCommuneAlone(t *testing.T) {
	got := laid(t, dossiertest.GiaDinh(t, dossiertest.Told,
		func(r *commune.Report) { r.Satisfaction.Villages = nil }))["Hài lòng"]
	if slices.ContainsFunc(got, func(row string) bool { return strings.Contains(row, "Cả xã") }) ||
		!slices.Contains(got, "Tỷ lệ hộ được lấy ý kiến | 70.27") {
		t.Errorf("%q", got)
	}
}
