package form

import (
	"fmt"
	"strings"
	"testing"
)

// What a province's sheet tells of the poll and of earlier titles is in the report, however
// the cells say it.
func TestWidePollAndTitles(t *testing.T) {
	const head = "Mã xã;income_per_capita;Tỷ lệ hài lòng;Số hộ được lấy ý kiến;Nợ đọng;An ninh, trật tự;" +
		"Năm công nhận NTM;Năm đạt nâng cao\n16492;69;"
	for cells, want := range map[string]string{
		"98,5;1350/1900;0;Đạt;2015;không": "98.5 of 1350 of 1900, titles 1: ntm 2015 ",
		"1300/1350;1350/1900;không;đạt;năm 2015;2021": "1300 of 1350 of 1900, titles 2: ntm 2015 " +
			" nang-cao 2021 ",
		"1.648/1.902 hộ được lấy ý kiến (86,65%), hài lòng 98,9%;;;;;":   "98.9 of 1648 of 1902, titles unknown",
		"Tỷ lệ hộ được lấy ý kiến 86,65%, tỷ lệ hài lòng trên 96 %;;;;;": "gt 96, asked 86.65, titles unknown",
		"1.350/1.900 hộ được lấy ý kiến, hài lòng 1.300/1.350;;;;;":      "1300 of 1350 of 1900, titles unknown",
		"98,5;71 %;0;Đạt;2015;không":                                     "98.5, asked 71, titles 1: ntm 2015 ",
		"98,5;trên 70%;0;Đạt;2015;không":                                 "98.5, asked 70 gt, titles 1: ntm 2015 ",
		"trên 95;;0;Đạt;2015 (số 12/QĐ-UBND ngày 15/11/2015);":           "gt 95, titles 1: ntm 2015 12/QĐ-UBND",
		"95,5 %;;0;Đạt;QĐ số 12/QĐ-UBND, 15/11/2015;":                    "95.5, titles 1: ntm 2015 12/QĐ-UBND",
		";1350/1900;0;Đạt;không;không":                                   "no poll, titles 0:",
		";;0;Đạt;;":                                                      "no poll, titles unknown",
		"1300/1350;;;;15/11/2015;Quyết định 5/QĐ-UBND ngày 1/12/2021": "1300 of 1350, titles 2: ntm 2015  " +
			"nang-cao 2021 5/QĐ-UBND",
	} {
		path := writeTemp(t, "gia-dinh.csv", []byte(head+cells+"\n"))
		all, wrong, _ := wideRead(t, path, 2023)
		if len(all) != 1 || len(wrong) > 0 {
			t.Errorf("%s: %d rows, %v", cells, len(all), wrong)
			continue
		}
		got := "no poll"
		if s := all[0].Report.Satisfaction; s != nil {
			got = ""
			switch p := s.Whole; {
			case p.Rate != nil && p.Rate.Bound != "":
				got = fmt.Sprintf("%s %s", p.Rate.Bound, p.Rate.Decimal)
			case p.Rate != nil:
				got = p.Rate.String()
			case p.Satisfied != nil:
				got = p.Satisfied.String()
			}
			if s.Whole.FormsBack != nil {
				got += " of " + s.Whole.FormsBack.String()
			}
			if s.Whole.Households != nil {
				got += " of " + s.Whole.Households.String()
			}
			if a := s.Whole.Asked; a != nil {
				got += strings.TrimRight(fmt.Sprintf(", asked %s %s", a.Decimal, a.Bound), " ")
			}
		}
		if titles := all[0].Report.Recognitions; titles == nil {
			got += ", titles unknown"
		} else {
			got += fmt.Sprintf(", titles %d:", len(titles))
			for _, x := range titles {
				got += fmt.Sprintf(" %s %d %s", x.Level, x.Year, x.Decision)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", cells, got, want)
		}
	}
}
