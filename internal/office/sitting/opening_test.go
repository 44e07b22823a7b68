package sitting

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

var three = []string{"Người Một; UBND tỉnh; Chủ tịch", "Người Hai; Sở Y tế", " Người  Ba ;Sở Tài chính; Thư ký "}

// opening is that of a council that is complete.
func (d *desk) opening() Opening {
	return Opening{Store: d.Store, Lib: packs.Embedded(), ID: "2023-1", Name: "Hội đồng giả định", Year: 2023,
		Level: criteria.KieuMau, Members: three, Quorum: decimal.NewFromInt(70), Proposal: decimal.NewFromInt(90),
		Source: "quy chế giả định"}
}

// A council is opened of what is said; what is wrong with that is told before anything is
// written down.
func TestOpening(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69"))
	long := strings.Repeat("ă", office.MostOfName+1)
	for _, test := range []struct {
		why   string
		with  func(*Opening)
		wrong string
	}{
		{"no year", func(o *Opening) { o.Year = 0 }, "còn thiếu --year"},
		{"a year without dossiers", func(o *Opening) { o.Year = 2022 }, "hồ sơ năm 2022 của 0 tỉnh"},
		{"a province of which nothing is known", func(o *Opening) { o.Province = "Nghệ An" }, `"Nghệ An"`},
		{"shares without their source", func(o *Opening) { o.Source = "" }, "còn thiếu --rule-source"},
		{"two members", func(o *Opening) { o.Members = three[:2] }, "cần ít nhất 3"},
		{"no members", func(o *Opening) { o.Members = nil }, "cần ít nhất 3"},
		{"a role that is none", func(o *Opening) { o.Members = slices.Concat(three[:2], []string{"B; Sở; vua"}) },
			`vai trò "vua"`},
		{"a name too long", func(o *Opening) { o.Members = slices.Concat(three[:2], []string{long}) }, "quá dài"},
		{"no level", func(o *Opening) { o.Level = "" }, "xét mức nào"},
		{"no name", func(o *Opening) { o.Name = "" }, "chưa có tên"},
		{"a name that turns around", func(o *Opening) { o.Name = "a\u202eb" }, "không in được"},
		{"an id of other letters", func(o *Opening) { o.ID = "đợt 1" }, `"đợt 1"`},
		{"an id too long", func(o *Opening) { o.ID = strings.Repeat("a", 41) }, "mã hội đồng"},
		{"like one that is not there", func(o *Opening) { o.Like = "2022-1" }, `"2022-1"`},
		{"a file that is not there", func(o *Opening) { o.MembersFile = d.File("khong.csv") }, "khong.csv"},
	} {
		o := d.opening()
		test.with(&o)
		if c, err := o.Open(t.Context(), "người thử"); err == nil || !strings.Contains(err.Error(), test.wrong) {
			t.Errorf("%s: %+v, %v", test.why, c, err)
		}
	}
	if all, err := Councils(t.Context(), d.Store, ""); err != nil || len(all) > 0 {
		t.Fatalf("half opened: %v, %v", all, err)
	}
	o := d.opening()
	c, err := o.Open(t.Context(), "người thử")
	if err != nil || c.ID != "2023-1" || c.Province != "tỉnh Thanh Hóa" || !c.Rules.Quorum.Sure() ||
		c.Members[2].Role !=
			council.Secretary || c.Members[2].Name != "Người Ba" || c.Members[1].Role != council.Ordinary {
		t.Fatalf("%+v, %v", c, err)
	}
	if _, err := o.Open(t.Context(), "người thử"); err == nil {
		t.Error("one council was opened twice")
	}
	s := d.sitting("2023-1")
	if diff := cmp.Diff(*c, s.Who); diff != "" || SeatOf(s.Council) != "tỉnh Thanh Hóa" {
		t.Error(diff)
	}
	again := Opening{Store: d.Store, Lib: packs.Embedded(), Like: "2023-1"}
	second, err := again.Open(t.Context(), "người thử")
	if err != nil || !strings.HasPrefix(second.ID, "2023-2-") {
		t.Fatalf("%+v, %v", second, err)
	}
	second.ID = c.ID
	if diff := cmp.Diff(c, second); diff != "" {
		t.Errorf("it sits again as another: %s", diff)
	}
	if s, err := Find(t.Context(), d.Store, "Thanh Hóa", "2023-2"); err != nil || s.Who.Name != c.Name {
		t.Errorf("found without its letters: %+v, %v", s, err)
	}
	if _, err := Find(t.Context(), d.Store, "", "2023-9"); err == nil ||
		!strings.Contains(problem.Of(err)[0].Hint, "2023-1") {
		t.Errorf("those there are are not named: %v", err)
	}
}

// Without a share of the office's own the procedure's holds, and is as sure as that is.
func TestOpeningByTheProcedure(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69"))
	o := d.opening()
	o.Quorum, o.Proposal, o.Source, o.ID = decimal.Decimal{}, decimal.Decimal{}, "", ""
	c, err := o.Open(t.Context(), "người thử")
	if err != nil {
		t.Fatal(err)
	}
	proc, ok := o.Lib.Procedure(2023)
	if want := council.RulesOf(&proc.SetProcedure); !ok || cmp.Diff(want, c.Rules) != "" {
		t.Errorf("%+v, want %+v", c.Rules, want)
	}
}

// A table of members is read wherever its head stands; what is wrong is told with its cell.
func TestMembersOfAFile(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69"))
	o := d.opening()
	o.Members, o.MembersFile = nil, d.Write("thanh-vien.csv", "DANH SÁCH THÀNH VIÊN,,\n"+
		"Họ và tên,Chức danh,Cơ quan\nNgười Một,Chủ tịch,UBND tỉnh\nNgười Hai,,Sở Y tế\n,,\nNgười Ba,Thư ký,Sở "+
		"Tài chính\n")
	got, err := o.listed(t.Context())
	want := []council.Member{{Name: "Người Một", Office: "UBND tỉnh", Role: council.Chair},
		{Name: "Người Hai", Office: "Sở Y tế", Role: council.Ordinary},
		{Name: "Người Ba", Office: "Sở Tài chính", Role: council.Secretary}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	for text, wrong := range map[string]string{
		"a,b\n1,2\n": "không thấy cột Họ và tên",
		"":           "khac.csv",
		"Họ và tên,Vai trò\nA,vua\nB,Chủ tịch\nC,tướng\n": `"tướng"`,
	} {
		o.MembersFile = d.Write("khac.csv", text)
		if got, err := o.listed(t.Context()); err == nil || !strings.Contains(err.Error(), wrong) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

// Ballots go to a folder and are counted when they come back; what stands where one would
// stand is not written over, and then nothing was given out.
func TestHandOut(t *testing.T) {
	for name, hands := range map[string]bool{"ballots": false, "hands": true} {
		d := newDesk(t)
		d.takes(d.Report("a.yaml", "income_per_capita=69"))
		d.Ready()
		s := d.council("2023-1")
		if _, err := s.HandOut(t.Context(), d.Store, "người thử", hands, d.File("phieu"), time.Time{}); err == nil {
			t.Errorf("%s: papers of no commune", name)
		}
		if _, err := s.Batch(t.Context(), d.Store, "người thử", "16492", time.Time{}, false, ""); err != nil {
			t.Fatal(err)
		}
		if err := d.sitting("2023-1").Attend(t.Context(), d.Store, "người thử", []int{4}); err != nil {
			t.Fatal(err)
		}
		s = d.sitting("2023-1")
		if q := s.Quorum(); q.Holds == nil || !*q.Holds {
			t.Errorf("%s: %+v", name, q)
		}
		if chair, presides := s.Chair(); chair != "Người Một" || presides != "Người Một" {
			t.Errorf("%s: %s, %s", name, chair, presides)
		}
		file := d.Write("tep", "")
		if _, err := s.HandOut(t.Context(), d.Store, "người thử", hands, file, time.Time{}); err == nil {
			t.Errorf("%s: into a file", name)
		}
		if d.sitting("2023-1").Issued {
			t.Fatalf("%s: given out, and there are none", name)
		}
		n, err := s.HandOut(t.Context(), d.Store, "người thử", hands, d.File("phieu"), time.Unix(1_700_000_000, 0))
		made, _ := filepath.Glob(d.File("phieu/*.xlsx"))
		if err != nil || n != len(made) || n != map[bool]int{false: 3, true: 1}[hands] {
			t.Fatalf("%s: %d, %v, %v", name, n, made, err)
		}
		if _, err := d.sitting("2023-1").HandOut(t.Context(), d.Store, "người thử", hands, d.File("khac"),
			time.Time{}); err == nil {
			t.Errorf("%s: given out twice", name)
		}
		if left, _ := filepath.Glob(d.File("khac/*")); len(left) > 0 {
			t.Errorf("%s: papers that the store does not know: %v", name, left)
		}
		s = d.sitting("2023-1")
		if _, err := s.Minutes(t.Context(), d.Store); err == nil {
			t.Errorf("%s: minutes before the count", name)
		}
		if _, err := s.Batch(t.Context(), d.Store, "người thử", "16492", time.Time{}, true, ""); err == nil {
			t.Errorf("%s: the batch changed when the papers were out", name)
		}
		for why, files := range map[string][]string{"no papers": nil, "what is none": {d.Write("x.xlsx", "x")},
			"a folder": {d.Folder}, "one that is not there": {d.File("thieu.xlsx")}} {
			if tried, err := s.Tried(t.Context(), files); err == nil && why != "no papers" {
				t.Errorf("%s, %s: %+v", name, why, tried)
			}
		}
	}
}

// What is before councils is found; a commune of another level is told which it is.
func TestBatches(t *testing.T) {
	d := newDesk(t)
	d.takes(d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	d.Ready()
	s := d.council("2023-1")
	if _, err := s.Batch(t.Context(), d.Store, "người thử", "16492", time.Time{}, false, ""); err != nil {
		t.Fatal(err)
	}
	for name, wrong := range map[string]string{"16495": "chưa nộp cho mức nào", "16498": "16498"} {
		if got, err := s.Batch(t.Context(), d.Store, "người thử", name, time.Time{}, false, ""); err == nil ||
			!strings.Contains(err.Error(), wrong) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		if _, err := s.Conclude(t.Context(), d.Store, "người thử", name, docket.Conclusion{}); err == nil {
			t.Errorf("%s was concluded", name)
		}
	}
	s = d.sitting("2023-1")
	all, err := Councils(t.Context(), d.Store, "Thanh Hóa")
	if err != nil || len(all) != 1 || len(s.Cases) != 1 || !strings.Contains(s.Cases[0].Note, "lý do giả định") {
		t.Fatalf("%v, %+v, %v", all, s.Cases, err)
	}
	if before, err := DossiersBefore(t.Context(), d.Store, all); err != nil || len(before) != 1 {
		t.Errorf("%v, %v", before, err)
	}
	if _, err := Councils(t.Context(), d.Store, "Nghệ An"); err == nil {
		t.Error("councils of a province of which nothing is known")
	}
	bad := *s.Council
	bad.Details = json.RawMessage("{")
	if _, err := readSitting(t.Context(), d.Store, &bad); err == nil || SeatOf(&bad) != "Thanh Hóa" {
		t.Errorf("details that nobody can read: %v", err)
	}
}
