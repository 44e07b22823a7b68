package dossier_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

const (
	paperIndex = "Mục lục hồ sơ"
	shortfall  = "Khoảng cách"
	ballot     = "Phiếu biểu quyết"
	minutes    = "Biên bản kiểm phiếu"
)

// The index leads to every sheet behind it but the cover, once, and to evidence
// only within the dossier's own folder.
func TestIndexLinks(t *testing.T) {
	a := assessGiaDinh(t, func(r *commune.Report) {
		r.Evidence[0].File, r.Evidence[1].File, r.Evidence[2].File = "minh-chung/so 1.pdf", "../ngoai.pdf", "https://x/a.pdf"
	})
	w := opened(t, written(t, a))
	var sheets, files []string
	w.each(paperIndex, func(cell, value string) {
		target := w.link(paperIndex, cell)
		if sheet, toSheet := strings.CutSuffix(target, "!A1"); toSheet {
			sheets = append(sheets, strings.Trim(sheet, "'"))
		} else if target != "" {
			files = append(files, value+" "+target)
		}
	})
	want := slices.DeleteFunc(w.GetSheetList(), func(s string) bool { return s == "Bìa" || s == paperIndex || s == "ntm" })
	slices.Sort(want)
	slices.Sort(sheets)
	if diff := cmp.Diff(want, sheets); diff != "" {
		t.Errorf("links to sheets (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"so 1.pdf minh-chung/so%201.pdf"}, files); diff != "" {
		t.Errorf("links to files (-want +got):\n%s", diff)
	}
	if !w.says(paperIndex, "ngoai.pdf") {
		t.Error("a file outside the folder is not named")
	}
}

func TestIndexNames(t *testing.T) {
	a := assessGiaDinh(t, func(r *commune.Report) {
		r.Recognitions = []commune.Recognition{{Level: criteria.NangCao, Year: 2022, Decision: "9/QĐ-GĐ", Date: criteria.Day(2022, 12, 5)}}
	})
	w := opened(t, written(t, a))
	for name, want := range map[string]string{
		"Quyết định công nhận xã đạt chuẩn nông thôn mới nâng cao": "9/QĐ-GĐ",
		"Văn bản xác nhận về an ninh, trật tự":                     "Xem STT 29",
		"Văn bản giả định xác nhận an ninh trật tự":                "05/XN-GĐ",
	} {
		if got := w.raw(paperIndex, beside(t, w.find(paperIndex, name), -2)); got != want {
			t.Errorf("%s: number %q, want %q", name, got, want)
		}
	}
	if got := w.raw(paperIndex, beside(t, w.find(paperIndex, "05/XN-GĐ"), -1)); got != "29" {
		t.Errorf("the police's paper is number %s, others refer to 29", got)
	}
	if w.says(paperIndex, "Mẫu số") {
		t.Error("a form's number, which nobody knows, is printed")
	}
	plain := opened(t, written(t, a.Only([]criteria.Level{criteria.NTM})))
	if plain.says(paperIndex, "Tài liệu chứng minh") || plain.says(paperIndex, "Quyết định công nhận xã") {
		t.Error("the papers of kiểu mẫu are asked of a commune that asks for NTM")
	}
}

func TestShortfallSheet(t *testing.T) {
	a := assessGiaDinh(t, spoiled)
	w := opened(t, written(t, a))
	income := w.find(shortfall, "Thu nhập bình quân đầu người (triệu đồng/người)")
	for column, want := range map[int]string{1: "40.25", 2: "42", 3: "1.75", 5: "Ngành thống kê"} {
		if got := w.raw(shortfall, beside(t, income, column)); got != want {
			t.Errorf("income, column %d: %q, want %q", column, got, want)
		}
	}
	if !w.isNumber(shortfall, beside(t, income, 1)) || !w.isNumber(shortfall, beside(t, income, 2)) {
		t.Error("figure and threshold are no numbers")
	}
	for _, words := range []string{"Chưa đạt (2), gần ngưỡng nhất xếp trước", "Chưa có số liệu (1)", "Phải đạt trước", "Đạt nhưng còn nợ minh chứng (63 số liệu)"} {
		if !w.says(shortfall, words) {
			t.Errorf("the sheet does not say %q", words)
		}
	}
	bare := opened(t, written(t, assessQuangTrung(t)))
	if want := "Chưa có ngưỡng"; !bare.says(shortfall, want) {
		t.Errorf("Quảng Trung: the sheet does not say %q", want)
	}
}

// A commune that lacks nothing has no such sheet, nor a line for it in the index.
func TestNothingShort(t *testing.T) {
	a := assessGiaDinh(t, func(r *commune.Report) {
		for i := range r.Evidence {
			r.Evidence[i].File = "tep.pdf"
		}
	})
	w := opened(t, written(t, a))
	if slices.Contains(w.GetSheetList(), shortfall) || w.says(paperIndex, shortfall) {
		t.Error("nothing is short, and a sheet says so")
	}
}

func TestRoundingHidesNoGap(t *testing.T) {
	a := assessGiaDinh(t, func(r *commune.Report) {
		for i := range r.Figures {
			if f := &r.Figures[i]; f.ID == "health_insurance_rate" {
				f.Measure = commune.Rate{Numerator: decimal.NewFromInt(89_999), Denominator: decimal.NewFromInt(100_000)}
			}
		}
	})
	w := opened(t, written(t, a))
	cell := beside(t, w.find(shortfall, "Tỷ lệ người dân tham gia bảo hiểm y tế (áp dụng đạt cho cả nam và nữ)"), 1)
	if got := w.format(shortfall, cell); !strings.Contains(got, "0.000") {
		t.Errorf("89,999 %% is shown in format %s", got)
	}
}

func TestBallotIsSecret(t *testing.T) {
	w := opened(t, written(t, assessGiaDinh(t)))
	for _, words := range []string{"Đồng ý", "Không đồng ý", "công nhận xã Giả Định", "kiểu mẫu năm 2023", "HỘI ĐỒNG THẨM ĐỊNH", "không ký vào phiếu"} {
		if !w.says(ballot, words) {
			t.Errorf("the ballot does not say %q", words)
		}
	}
	if w.says(ballot, "Ký, ghi rõ") {
		t.Error("the ballot asks for a signature")
	}
}

// council is the assessment with the council's rules as they are given.
func council(a *assess.Assessment, quorum, proposal string, status criteria.Status) *assess.Assessment {
	procedure := *a.Set.Procedure
	rule := func(v string) criteria.Share {
		return criteria.Share{Value: decimal.RequireFromString(v), Grounds: criteria.Grounds{Status: status, Source: "quy chế giả định"}}
	}
	procedure.Council.Quorum, procedure.Council.Proposal = rule(quorum), rule(proposal)
	return proceeding(a, &procedure)
}

// proceeding is the assessment under another procedure.
func proceeding(a *assess.Assessment, p *criteria.SetProcedure) *assess.Assessment {
	set := *a.Set
	set.Procedure = p
	a.Set = &set
	return a
}

// What is filled in is open and marked, all else is locked without a password.
func TestMinutesAreAForm(t *testing.T) {
	for name, c := range map[string]struct {
		assessment *assess.Assessment
		open       int
	}{
		"rules nobody checked": {assessGiaDinh(t), 13},
		"rules that are sure":  {council(assessGiaDinh(t), "70", "90", criteria.Seen), 11},
		"no rules at all":      {withoutProcedure(assessGiaDinh(t)), 13},
	} {
		data := written(t, c.assessment)
		w := opened(t, data)
		open := 0
		for row := 1; row < 60; row++ {
			id, err := w.GetCellStyle(minutes, fmt.Sprint("G", row))
			if err != nil {
				t.Fatal(err)
			}
			style, err := w.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if style.Protection != nil && !style.Protection.Locked {
				open++
			}
		}
		if open != c.open {
			t.Errorf("%s: %d cells are open, want %d", name, open, c.open)
		}
		if p, err := w.GetSheetProtection(minutes); err != nil || !p.SelectUnlockedCells || p.Password != "" {
			t.Errorf("%s: the minutes are not protected, or by a password: %v", name, err)
		}
	}
}

func withoutProcedure(a *assess.Assessment) *assess.Assessment {
	proceeding(a, nil)
	return a
}

// Each rule says what is known of it.
func TestRulesSayTheirStatus(t *testing.T) {
	for name, c := range map[string]struct {
		assessment *assess.Assessment
		words      string
	}{
		"doubtful": {assessGiaDinh(t), "Mức 90 % còn nghi ngờ"},
		"seen":     {council(assessGiaDinh(t), "70", "90", criteria.Seen), "Thấy ở nguồn công khai; quy chế giả định"},
		"none":     {withoutProcedure(assessGiaDinh(t)), "Chưa biết mức"},
	} {
		if !opened(t, written(t, c.assessment)).says(minutes, c.words) {
			t.Errorf("%s: the minutes do not say %q", name, c.words)
		}
	}
}

// The council's papers print at full size, with room to sign under the minutes.
func TestCouncilPapersFitTheirPage(t *testing.T) {
	const page, signature = 257 / 25.4 * 72, 50
	w := opened(t, written(t, assessGiaDinh(t)))
	for sheet, room := range map[string]float64{ballot: page, minutes: page - signature} {
		rows, err := w.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		used := 0.0
		for i := range rows {
			height, err := w.GetRowHeight(sheet, i+1)
			if err != nil {
				t.Fatal(err)
			}
			used += height
		}
		if used > room {
			t.Errorf("%s: rows of %.0f points, the page has room for %.0f", sheet, used, room)
		}
	}
}

// What no figure of the commune's can make good is said all the same.
func TestShortfallBesideFigures(t *testing.T) {
	a := assessGiaDinh(t)
	a.Findings = append(a.Findings, assess.Finding{Severity: assess.Wrong, Message: "số liệu giả định trái nhau", Figures: []string{"income_per_capita"}})
	a.Levels[0].Conditions = nil
	for _, c := range a.Levels[0].Criteria {
		for i := range c.Indicators {
			if len(c.Indicators[i].Parts) > 0 {
				c.Indicators[i].Outcome = assess.NotMet // though no part says why
			}
		}
	}
	w := opened(t, written(t, a))
	for _, words := range []string{"Số liệu không hợp lý, cần sửa trước khi kết luận (1)", "Số liệu giả định trái nhau", "Chưa có bộ thủ tục công nhận cho năm 2023", "xem lại số liệu"} {
		if !w.says(shortfall, words) {
			t.Errorf("the sheet does not say %q", words)
		}
	}
}
