package label

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/threshold"

	"pgregory.net/rapid"
)

// Whom a heading is for, as decisions write it.
func TestHeadingsOfThresholds(t *testing.T) {
	for heading, want := range map[string]string{
		// the seven regions of the standards, in full and in short
		"Trung du miền núi phía Bắc": "region tdmnpb", "Vùng TDMNPB": "region tdmnpb",
		"Miền núi phía Bắc": "region tdmnpb",
		"TDMN phía Bắc":     "region tdmnpb", "Đồng bằng sông Hồng": "region dbsh", "ĐBSH": "region dbsh",
		"Bắc Trung Bộ": "region btb", "Duyên hải Nam Trung Bộ": "region dhntb", "DH Nam Trung Bộ": "region dhntb",
		"Tây Nguyên": "region tn", "TN": "region tn", "Đông Nam Bộ": "region dnb", "ĐNB": "region dnb",
		"Đồng bằng sông Cửu Long": "region dbscl", "ĐBSCL": "region dbscl", "Tây Nam Bộ": "region dbscl",
		"Các tỉnh Tây Nguyên": "region tn", "Áp dụng đối với vùng Tây Nguyên": "region tn",
		"Tây Nguyên, Đông Nam Bộ": "region dnb+tn", "Bắc Trung Bộ và Tây Nguyên": "region btb+tn",
		"Bắc Trung Bộ và Duyên hải miền Trung": "region btb+dhntb",
		// the groups of 51/2025, one or several
		"Nhóm 1": "group nhom-1", "Xã nhóm 2": "group nhom-2", "Các xã thuộc nhóm 3": "group nhom-3",
		"NHÓM III": "group nhom-3", "Nhóm xã 1": "group nhom-1", "Nhóm 1, 2": "group nhom-1+nhom-2",
		"Nhóm 1 và nhóm 3": "group nhom-1+nhom-3", "Nhóm 1 - 3": "group nhom-1+nhom-2+nhom-3",
		"Mức đạt nhóm 2":                "group nhom-2",
		"Nhóm 1: các xã liền kề đô thị": "group nhom-1",
		// zones of a province
		"Khu vực 1": "zone khu-vuc-1", "KV II": "zone khu-vuc-2", "Xã khu vực III": "zone khu-vuc-3",
		"Vùng 2":        "zone vung-2",
		"Khu vực I, II": "zone khu-vuc-1+khu-vuc-2", "Địa bàn 1": "zone dia-ban-1",
		"Xã đặc biệt khó khăn": "zone dac-biet-kho-khan", "Xã ĐBKK": "zone dac-biet-kho-khan",
		"Xã ATK":         "zone an-toan-khu",
		"Các xã còn lại": "zone con-lai", "Miền núi": "zone mien-nui", "Xã đồng bằng": "zone dong-bang",
		"Miền núi, hải đảo": "zone mien-nui+dao", "Xã ven biển": "zone ven-bien",
		"Xã khu vực III, xã ĐBKK":                          "zone khu-vuc-3+dac-biet-kho-khan",
		"Xã ĐBKK, xã khu vực III":                          "zone dac-biet-kho-khan+khu-vuc-3",
		"Xã ĐBKK, khu vực II, III":                         "zone dac-biet-kho-khan+khu-vuc-2+khu-vuc-3",
		"Các xã khu vực II, khu vực III và xã an toàn khu": "zone khu-vuc-2+khu-vuc-3+an-toan-khu",
		"Mức đạt đối với xã miền núi và xã bãi ngang":      "zone mien-nui+bai-ngang",
		"KV I": "zone khu-vuc-1", "KV1; KV2": "zone khu-vuc-1+khu-vuc-2",
		"Xã KV III/ĐBKK":     "zone khu-vuc-3+dac-biet-kho-khan",
		"Khu vực I - III":    "zone khu-vuc-1+khu-vuc-2+khu-vuc-3",
		"Khu vực I đến III":  "zone khu-vuc-1+khu-vuc-2+khu-vuc-3",
		"Nhóm 1 đến nhóm 3":  "group nhom-1+nhom-2+nhom-3",
		"Xã nhóm 1 – nhóm 3": "group nhom-1+nhom-2+nhom-3",
		"Nhóm 1 hoặc nhóm 2": "group nhom-1+nhom-2",
		"Xã nhóm 2, nhóm 3":  "group nhom-2+nhom-3", "Xã khu vực II, III": "zone khu-vuc-2+khu-vuc-3",
		"Xã biên giới, hải đảo": "zone bien-gioi+dao", "Khu vực còn lại": "zone con-lai",
		// a year
		"Năm 2024": "year 2024", "2025": "year 2025", "Năm 2023 (dự kiến)": "year 2023",
		// every commune
		"Chỉ tiêu chung": "all chung", "Chung": "all chung", "Quy định chung cho các xã": "all chung",
		"Toàn quốc":     "all chung",
		"Tất cả các xã": "all chung", "Mức cả nước": "all chung",
		// what is not clear
		"Mức đạt": "unclear", "Nhóm": "unclear", "Xã khá": "unclear", "Tây Nguyên (trừ Đắk Lắk) và đảo": "unclear",
		"":                      "unclear",
		"Nhóm 1 và các xã khác": "unclear", "Bắc Trung Bộ hoặc Nam Bộ": "unclear", "Giai đoạn 2021-2025": "unclear",
		"Miền núi, đô thị": "unclear", "Khu vực II, xã khá": "unclear", "Xã ĐBKK, III": "unclear",
		"Nhóm 3, xã ĐBKK": "unclear", "Nhóm 6 - 3": "unclear", "Nhóm 1, 3 - 2": "unclear", "Nhóm 2, 2": "unclear",
	} {
		kind, ids, year := Of(heading)
		got := string(kind)
		if len(ids) > 0 {
			got += " " + strings.Join(ids, "+")
		}
		if year != 0 {
			got += fmt.Sprintf(" %d", year)
		}
		if got != want {
			t.Errorf("%q is for %s, want %s", heading, got, want)
		}
	}
}

// Regions in any order, apart in any way, are the same regions; with one word more the
// heading is for nobody who is known.
func TestAnyRegions(t *testing.T) {
	names := map[criteria.Region]string{}
	for _, r := range criteria.Regions {
		if r != criteria.National {
			names[r] = r.Title()
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(criteria.Regions).Draw(t, "order")
		order = slices.DeleteFunc(order, func(r criteria.Region) bool { return names[r] == "" })
		order = order[:rapid.IntRange(1, len(order)).Draw(t, "many")]
		var words, want []string
		for _, r := range order {
			words, want = append(words, names[r]), append(want, string(r))
		}
		slices.Sort(want)
		heading := strings.Join(words, rapid.SampledFrom([]string{", ", "; ", " và ", "/"}).Draw(t, "apart"))
		if kind, ids, _ := Of(heading); kind != Region || !slices.Equal(ids, want) {
			t.Fatalf("%q is for %s %v, want %v", heading, kind, ids, want)
		}
		for _, odd := range []string{" trừ xã đảo", " (cũ) khác", " nhóm"} {
			if kind, ids, _ := Of(heading + odd); kind == Region {
				t.Fatalf("%q is for %s %v", heading+odd, kind, ids)
			}
		}
	})
}

// Whatever a heading says, it is read as one thing and always the same, in capitals too.
func FuzzHeadings(f *testing.F) {
	for _, heading := range []string{"Nhóm 1 - 3", "Khu vực I, II", "Tây Nguyên và ĐBSCL", "Năm 2024", "Chung cả nước",
		"Nhóm 6 - 3", "Mức đạt (xã khu vực III)", "Giai đoạn 2026 - 2027", "xã nhóm 1, xã nhóm 2", "KV1;KV2/KV3"} {
		f.Add(heading)
	}
	f.Fuzz(func(t *testing.T, heading string) {
		kind, ids, year := Of(heading)
		seen := map[string]bool{}
		for _, id := range ids {
			if id == "" || seen[id] {
				t.Errorf("%q is for %q", heading, ids)
			}
			seen[id] = true
		}
		named := kind == Region || kind == Group || kind == Zone
		if named && len(ids) == 0 || kind == Unclear && len(ids) > 0 || (kind == Year) != (year != 0) {
			t.Errorf("%q is for %s %v %d", heading, kind, ids, year)
		}
		for i, y := range threshold.Years(heading) {
			if y < 2000 || y > 2099 || i > 3 {
				t.Errorf("%q is of %v", heading, threshold.Years(heading))
			}
		}
	})
}
