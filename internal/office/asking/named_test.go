package asking

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
)

// A change is added or taken away, and a figure is named by its indicator's number or by
// words, with tone marks or without; where several are meant they are named.
func TestSuppositionsByName(t *testing.T) {
	lib := packs.Embedded()
	a, _, err := office.JudgeFile(t.Context(), lib, "../../../testdata/xa-gia-dinh-2023.yaml", "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"income_per_capita=+5":       "income_per_capita 67.5",
		"income_per_capita=-5":       "income_per_capita 57.5",
		"income_per_capita= − 2,5":   "income_per_capita 60",
		"income_per_capita=+10%":     "income_per_capita 68.75",
		"income_per_capita=+2 triệu": "income_per_capita 64.5",
		"10=72":                      "income_per_capita 72",
		"tiêu chí 10=72":             "income_per_capita 72",
		"chi tieu 10.=72":            "income_per_capita 72",
		"nâng cao/10=72":             "income_per_capita 72",
		"Thu nhập=72":                "income_per_capita 72",
		"thu nhap binh quan=+1":      "income_per_capita 63.5",
		"nghèo=-0,5":                 "multidimensional_poverty_rate 1.5",
		"11=1":                       "multidimensional_poverty_rate 1",
		"ntm/15.1=95":                "health_insurance_rate 95",
		"tỷ lệ hài lòng của người dân về kết quả xây dựng nông thôn mới=97": "satisfaction_rate 97",
		"income_per_capita=-100":      "! nhỏ hơn 0",
		"income_per_capita=+":         "! income_per_capita",
		"clean_landscape=+1":          "! chỉ cộng, trừ được",
		"disaster_readiness_grade=-1": "! chỉ cộng, trừ được",
		"nước sạch=80":                "! centralised_clean_water_rate",
		"17=80":                       "! clean_water_rate",
		"nâng cao 10=72":              "income_per_capita 72",
		"NTM 10=72":                   "income_per_capita 72",
		"10 nâng cao=72":              "income_per_capita 72",
		"thu nhập +5":                 "income_per_capita 67.5",
		"hài lòng=95":                 "satisfaction_rate 95",
		"hộ nghèo=2":                  "multidimensional_poverty_rate 2",
		"tỷ lệ hộ nghèo=2":            "poor_household_rate 2",
		"BHYT=96":                     "health_insurance_rate 96",
		"99=1":                        `! không có chỉ tiêu "99"`,
		"vàng/10=1":                   `! không có số liệu nào tên hoặc mã "vàng/10"`,
		"xyz=1":                       `! không có số liệu nào tên hoặc mã "xyz"`,
	} {
		supposed, said, err := (Supposing{Lib: lib, Before: a}).Read([]string{typed})
		if err != nil {
			if wrong, refused := strings.CutPrefix(want, "! "); !refused || !strings.Contains(err.Error(), wrong) {
				t.Errorf("%s: %v, want %s", typed, err, want)
			}
			continue
		}
		number, _ := supposed[0].Figure.Measure.(commune.Number)
		if got := supposed[0].Entry.ID + " " + number.String(); got != want {
			t.Errorf("%s is %s, want %s", typed, got, want)
		}
		if _, text, _ := strings.Cut(strings.Replace(typed, " +", "=+", 1), "="); strings.ContainsAny(text,
			"+-−") != (len(said) == 1) {
			t.Errorf("%s: said %q", typed, said)
		}
	}
	// A level narrows what a number means; without figures there is nothing to add to.
	if _, _, err := (Supposing{Lib: lib, Before: a, Level: criteria.NTM}).Read([]string{"15.1=95"}); err != nil {
		t.Error(err)
	}
	bare, _, err := office.JudgeFile(t.Context(), lib, sample, "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := (Supposing{Lib: lib, Before: bare}).Read([]string{"nước sạch theo quy chuẩn từ=+1"}); err == nil ||
		!strings.Contains(err.Error(), "chưa có số liệu này để cộng, trừ") {
		t.Error(err)
	}
}

// Names of many reports are what they are of each, and what nothing is called is told of each.
func TestNames(t *testing.T) {
	lib := packs.Embedded()
	a, _, err := office.JudgeFile(t.Context(), lib, sample, "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	names := NewNames(lib, "")
	for range 2 {
		for _, typed := range []string{"10=72", "thu nhập=72", "nước sạch=80", "xyz=1"} {
			one, _, wrong := Supposing{Lib: lib, Before: a}.Read([]string{typed})
			many, _, err := names.Of(a).Read([]string{typed})
			if fmt.Sprint(err) != fmt.Sprint(wrong) || err == nil && many[0].Entry != one[0].Entry {
				t.Errorf("%s: %v %v, of one %v %v", typed, many, err, one, wrong)
			}
		}
	}
}

// Words find what they are of: one at each level, or all that may be meant by name.
func TestExplainByName(t *testing.T) {
	a, _, err := office.JudgeFile(t.Context(), packs.Embedded(), sample, "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"thu nhập": "ntm/10 nang-cao/10 kieu-mau/2", "THU NHAP": "ntm/10 nang-cao/10 kieu-mau/2",
		"10": "ntm/10 nang-cao/10", "tiêu chí 10": "ntm/10 nang-cao/10", "Nâng cao/10": "nang-cao/10",
		"kiểu mẫu/2": "kieu-mau/2", "bảo hiểm y tế": "ntm/15.1 nang-cao/14.1",
		"nợ đọng": "ntm/arrears nang-cao/arrears kieu-mau/arrears",
		"nước":    "! ntm/17.1 (", "17": "! ntm/17.1 (", "không hề có": "! không có chỉ tiêu",
	} {
		all, err := Explain(a, "", text)
		var got []string
		for _, e := range all {
			got = append(got, e.ID)
		}
		if wrong, refused := strings.CutPrefix(want, "! "); refused {
			if !officetest.IsWrongUse(err) || !strings.Contains(err.Error(), wrong) {
				t.Errorf("%s: %v", text, err)
			}
		} else if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	if all, err := Explain(a, criteria.NangCao, "thu nhập"); err != nil || len(all) != 1 || all[0].ID != "nang-cao/10" {
		t.Errorf("at one level: %v, %v", all, err)
	}
}
