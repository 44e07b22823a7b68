package office

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/dossier"
	"ntm/internal/places"
	"ntm/internal/proof"
	"ntm/internal/store"
	"ntm/internal/whole"

	"github.com/google/go-cmp/cmp"
)

const by = "người thử"

// The way of a dossier: each step is refused before its turn, with the dossier as it
// stands, and writes nothing down; the last one can be corrected.
func TestSteps(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	which, grounds := Which{Text: "16492", Year: 2023}, docket.Grounds{Reason: "lý do giả định"}
	opinions := func(on ...string) (bodies []any) {
		for _, no := range on {
			bodies = append(bodies, docket.Opinion{Department: "Sở giả định", On: no, Result: "Đạt", Day: "2023-12-31"})
		}
		return bodies
	}
	events := func() int {
		h, err := d.Store.Check(t.Context())
		if err != nil || !h.Sound() {
			t.Fatal(h, err)
		}
		return h.Events
	}
	for _, step := range []struct {
		why    string
		kind   docket.Kind
		bodies []any
		stage  docket.Stage // "" where it is refused
	}{
		{"taken up before it is submitted", docket.TakenUp, []any{docket.NoteBody{}}, ""},
		{"submitted without grounds", docket.Submitted, []any{docket.SubmittedBody{Level: criteria.NTM}}, ""},
		{"submitted", docket.Submitted, []any{docket.SubmittedBody{Level: criteria.KieuMau, Grounds: grounds}},
			docket.IsSubmitted},
		{"sent back for nothing", docket.SentBack, []any{docket.SentBackBody{}}, ""},
		{"taken up", docket.TakenUp, []any{docket.NoteBody{}}, docket.InAppraisal},
		{"one opinion of two is on nothing", docket.Opined, opinions("2", "99"), ""},
		{"opinions", docket.Opined, opinions("2", "3", "4"), docket.InAppraisal},
		{"recognised before the council", docket.Recognised, []any{docket.Decision{Number: "1/QĐ", Grounds: grounds,
			Date: criteria.Day(2023, time.December, 20)}}, ""},
		{"ready", docket.Readied, []any{docket.NoteBody{}}, docket.IsReady},
	} {
		before := events()
		got, err := TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, step.kind, step.bodies...)
		if step.stage == "" {
			var held Held
			if !errors.As(err, &held) || held.Dossier == nil || !strings.Contains(err.Error(), "Quảng Trung") ||
				errors.Unwrap(held) == nil || events() != before {
				t.Errorf("%s: %v, %d events more", step.why, err, events()-before)
			}
			continue
		}
		if err != nil || got.Stage != step.stage || events() != before+len(step.bodies) {
			t.Fatalf("%s: %+v, %v", step.why, got, err)
		}
	}
	body, err := CorrectionOf(t.Context(), d.Store, which, "ghi nhầm")
	if err != nil || body.Kind != docket.Readied || body.Event == "" || body.Reason != "ghi nhầm" {
		t.Fatalf("%+v, %v", body, err)
	}
	if got, err := TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, docket.Corrected, body); err != nil ||
		got.Stage != docket.InAppraisal || got.Opinions[0].Day != "2023-12-31" {
		t.Errorf("%+v, %v", got, err)
	}
	for _, none := range []Which{{Text: "16495"}, {Text: "16492", Year: 2022}} {
		if _, err := TakeStep(t.Context(), d.Store, none, by, criteria.Date{}, docket.TakenUp,
			docket.NoteBody{}); err == nil {
			t.Errorf("a step of %+v", none)
		}
		if _, err := CorrectionOf(t.Context(), d.Store, none, "x"); err == nil {
			t.Errorf("a correction of %+v", none)
		}
	}
}

func TestReasonsOf(t *testing.T) {
	got := ReasonsOf([]string{" 10.1: thiếu xác nhận ", "chung: mọi xã", "chưa đủ", ": trống"})
	want := []docket.Reason{{On: "10.1", Text: "thiếu xác nhận"}, {Text: "chung: mọi xã"}, {Text: "chưa đủ"},
		{Text: ": trống"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What the dossier tells goes into a step's body: the level of a decision, and on what
// assessment grounds are given; a refusal has none.
func TestCompleted(t *testing.T) {
	d := &docket.Dossier{Level: criteria.NangCao,
		Assessment: &docket.AssessmentRef{AssessedBody: docket.AssessedBody{Result: "r"}}}
	c := &docket.Commune{Titles: []docket.Title{{Level: criteria.NTM, Year: 2020}}}
	why := docket.Grounds{Reason: "vì"}
	on := docket.Grounds{Reason: "vì", For: "r"}
	for _, test := range []struct {
		kind       docket.Kind
		body, want any
	}{
		{docket.Submitted, docket.SubmittedBody{Grounds: why}, docket.SubmittedBody{Grounds: on}},
		{docket.TakenUp, docket.NoteBody{}, docket.NoteBody{}},
		{docket.Readied, docket.NoteBody{Grounds: why}, docket.NoteBody{Grounds: on}},
		{docket.Batched, docket.BatchBody{Grounds: why}, docket.BatchBody{Grounds: on}},
		{docket.Recognised, docket.Decision{Grounds: why}, docket.Decision{Level: criteria.NangCao, Grounds: on}},
		{docket.Refused, docket.Decision{Grounds: why}, docket.Decision{Level: criteria.NangCao}},
		{docket.Revoked, docket.Decision{}, docket.Decision{Level: c.Held()}},
		{docket.Recognised, docket.Decision{Level: criteria.KieuMau}, docket.Decision{Level: criteria.KieuMau}},
		{docket.SentBack, docket.SentBackBody{}, docket.SentBackBody{}},
	} {
		if diff := cmp.Diff(test.want, Completed(test.body, test.kind, c, d)); diff != "" {
			t.Errorf("%s: %s", test.kind, diff)
		}
	}
}

// Two steps are taken together, or neither: what is not submitted is not taken up.
func TestStepsTakenTogether(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	which, up := Which{Text: "16492", Year: 2023}, Then{docket.TakenUp, docket.NoteBody{}}
	submit := docket.SubmittedBody{Level: criteria.KieuMau, Grounds: docket.Grounds{Reason: "lý do giả định"}}
	_, err := TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, docket.Submitted, submit, up, up)
	if held := (Held{}); !errors.As(err, &held) {
		t.Errorf("taken up twice: %v", err)
	}
	if _, still, err := which.Dossier(t.Context(), d.Store); err != nil || still.Stage != docket.Draft {
		t.Errorf("half of it is written: %v, %v", still.Stage, err)
	}
	got, err := TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, docket.Submitted, submit, up)
	if err != nil || got.Stage != docket.InAppraisal {
		t.Errorf("%+v, %v", got, err)
	}
}

// A title that was entered without a dossier is revoked by a decision of a day after it, which is
// taken back as any step.
func TestTitleWithoutADossierIsRevoked(t *testing.T) {
	d := newDesk(t)
	which := Which{Text: "16492"}
	revoke := func(level criteria.Level, number string, day criteria.Date) (*docket.Dossier, error) {
		return TakeStep(t.Context(), d.Store, which, by, day, docket.Revoked,
			docket.Decision{Level: level, Number: number, Date: day})
	}
	if _, err := revoke(criteria.NTM, "2/QĐ-GĐ", criteria.Day(2022, time.March, 1)); err == nil {
		t.Error("a commune of which nothing is known has a title revoked")
	}
	p, _ := places.Find("16492", criteria.Day(2023, time.December, 31).Time)
	title := docket.New(docket.Titled, by, "Thanh Hóa", p.Key(), 2018, docket.TitledBody{Level: criteria.NTM,
		Number: "1/QĐ-GĐ", Date: criteria.Day(2019, time.January, 5)}).On(criteria.Day(2019, time.January, 5))
	err := d.Store.AppendOne(t.Context(), store.Change{Province: "Thanh Hóa", Events: []docket.Event{title}})
	if err != nil {
		t.Fatal(err)
	}
	for name, wrong := range map[string]func() (*docket.Dossier, error){
		"another level": func() (*docket.Dossier, error) {
			return revoke(criteria.NangCao, "2/QĐ-GĐ", criteria.Day(2022, time.March, 1))
		},
		"no decision": func() (*docket.Dossier, error) {
			return revoke(criteria.NTM, "", criteria.Day(2022, time.March, 1))
		},
		"before it was given": func() (*docket.Dossier, error) {
			return revoke("", "2/QĐ-GĐ", criteria.Day(2018, time.March, 1))
		},
	} {
		if _, err := wrong(); err == nil {
			t.Error(name + ": revoked")
		}
	}
	got, err := revoke("", "2/QĐ-GĐ", criteria.Day(2022, time.March, 1))
	if err != nil || got.Stage != docket.IsRevoked || got.Year != 2018 {
		t.Fatalf("%+v, %v", got, err)
	}
	body, err := CorrectionOf(t.Context(), d.Store, which, "ghi nhầm (giả định)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, docket.Corrected, body); err != nil {
		t.Fatal(err)
	}
	if c, err := which.Find(t.Context(), d.Store); err != nil || c.Held() != criteria.NTM {
		t.Errorf("held after the correction: %q, %v", c.Held(), err)
	}
}

// Opinions come in only from the paper of the dossier that is being appraised, unaltered
// and signed; those that are there are left out.
func TestOpinionsFrom(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	which := Which{Text: "16492", Year: 2023}
	if _, err := TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, docket.Submitted, docket.SubmittedBody{
		Level: criteria.KieuMau, Grounds: docket.Grounds{Reason: "lý do giả định"}}); err != nil {
		t.Fatal(err)
	}
	dossier, err := TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, docket.TakenUp, docket.NoteBody{})
	if err != nil {
		t.Fatal(err)
	}
	kept, note, err := KeptDossierOf(t.Context(), d.Store, which, "")
	if err != nil || len(note) > 0 || kept.Of.Year != 2023 || kept.Made.At != dossier.Assessment.At {
		t.Fatal(kept, note, err)
	}
	file := d.File("ho-so.xlsx")
	if err := writeDossier(file, false, kept.Assessment, kept.Made); err != nil {
		t.Fatal(err)
	}
	if err := writeDossier(file, false, kept.Assessment, kept.Made); err == nil {
		t.Error("written over a dossier")
	}
	check, err := Verify(t.Context(), file)
	if err != nil || !check.Same() {
		t.Fatal(check, err)
	}
	says := func(op ...proof.Opinion) *proof.Check {
		c := *check
		c.Opinions = op
		return &c
	}
	signed := proof.Opinion{Path: "kieu-mau/2", Words: "Đạt", By: "Sở giả định", On: "2023-12-31"}
	unsigned := proof.Opinion{Path: "kieu-mau/3", Words: "Đạt"}
	altered, another, otherLaw := *says(signed), *says(signed), *says(signed)
	altered.Differences = append(altered.Differences, proof.Difference{Sheet: "x"})
	another.Report, otherLaw.Criteria.Digest = "khác", "khác"
	for _, test := range []struct {
		why        string
		check      *proof.Check
		department string
		n          int
		wrong      string
	}{
		{"signed", says(signed), "", 1, ""},
		{"the remark of another column", says(signed, proof.Opinion{Path: "kieu-mau/2", Words: "tốt",
			By: "Sở giả định"}), "", 1, ""},
		{"of another level", says(proof.Opinion{Path: "ntm/2", Words: "Đạt", By: "A"}), "", 0, "chưa có ý kiến nào"},
		{"unsigned", says(signed, unsigned), "", 0, "chưa ghi cơ quan: 3"},
		{"signed by who brings it", says(signed, unsigned), "Sở khác", 2, ""},
		{"none", says(), "", 0, "chưa có ý kiến nào"},
		{"altered", &altered, "", 0, "1 chỗ khác"},
		{"another report", &another, "", 0, "báo cáo là bản khác"},
		{"another law", &otherLaw, "", 0, "bộ ngưỡng là bộ khác"},
	} {
		of, bodies, err := OpinionsFrom(t.Context(), d.Store, file, test.check, test.department)
		if (err != nil) != (test.wrong != "") || err != nil && (!strings.Contains(err.Error(), test.wrong) ||
			!strings.HasPrefix(err.Error(), file)) || err == nil && len(bodies) != test.n {
			t.Errorf("%s: %v, %v", test.why, bodies, err)
		}
		if err == nil && of.Year != 2023 {
			t.Errorf("%s: of %+v", test.why, of)
		}
	}
	_, bodies, err := OpinionsFrom(t.Context(), d.Store, file, says(signed), "")
	if err == nil {
		_, err = TakeStep(t.Context(), d.Store, which, by, criteria.Date{}, docket.Opined, bodies...)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, bodies, err = OpinionsFrom(t.Context(), d.Store, file, says(signed), ""); err != nil || len(bodies) != 0 {
		t.Errorf("again: %v, %v", bodies, err)
	}
}

// A dossier is verified from its own file; what is none is told, by its name.
func TestVerifyRefuses(t *testing.T) {
	d := newDesk(t)
	for _, file := range []string{d.File("thieu.xlsx"), d.Folder, d.Write("x.xlsx", "không phải hồ sơ")} {
		if check, err := Verify(t.Context(), file); err == nil || !strings.HasPrefix(err.Error(), file) {
			t.Errorf("%v, %v", check, err)
		}
	}
}

// Evidence is looked for in the folder that is named.
func TestVerifyEvidence(t *testing.T) {
	d := newDesk(t)
	report := d.Write("a.yaml", "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"16492\"}\nyear: 2023\n"+
		"evidence:\n  - {id: e1, title: Giấy, file: giay.pdf}\nfigures:\n"+
		"  - {id: income_per_capita, value: 69, evidence: [e1]}\n")
	d.Write("giay.pdf", "giấy")
	d.takes(false, report)
	kept, _, err := KeptDossierOf(t.Context(), d.Store, Which{Text: "16492"}, criteria.NTM)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeDossier(d.File("ho-so.xlsx"), false, kept.Assessment, kept.Made); err != nil {
		t.Fatal(err)
	}
	for text, same := range map[string]bool{"giấy": true, "giấy khác": false} {
		check, err := Verify(t.Context(), d.File("ho-so.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		d.Write("giay.pdf", text)
		if err := VerifyEvidence(t.Context(), check, d.Folder); err != nil || len(check.Evidence) != 1 ||
			check.Evidence[0].Same() != same {
			t.Errorf("%s: %+v, %v", text, check.Evidence, err)
		}
		if err := VerifyEvidence(t.Context(), check, d.File("khong-co")); err == nil {
			t.Error("evidence in a folder that is not there")
		}
	}
	if _, _, err := KeptDossierOf(t.Context(), d.Store, Which{Text: "16492"}, criteria.HienDai); err == nil {
		t.Error("a level that the year has not")
	}
	if _, _, err := KeptDossierOf(t.Context(), d.Store, Which{Text: "16495"}, ""); err == nil {
		t.Error("a commune that the store does not know")
	}
}

// writeDossier writes the dossier of what is kept.
func writeDossier(file string, force bool, a *assess.Assessment, o dossier.Options) error {
	return whole.Write(file, force, func(w io.Writer) error { return dossier.Write(w, a, o) })
}

// What stands before a number.
func TestNames(t *testing.T) {
	for text, want := range map[string]string{"10": "10", " Tiêu chí 10.": "10", "CT 17.1": "17.1",
		"arrears":  "arrears",
		"chỉ tiêu": "chỉ tiêu", "tc10": "10", "": ""} {
		if got := NumberOf(text); got != want {
			t.Errorf("%q is %q", text, got)
		}
	}
	reasons := ReasonsOf([]string{"tiêu chí 10: thiếu", "lưu ý: chung", "17.1: thiếu"})
	if reasons[0].On != "10" || reasons[1].On != "" || reasons[2].On != "17.1" {
		t.Errorf("%+v", reasons)
	}
}
